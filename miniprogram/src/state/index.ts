export { loadCare, setCare, useCare } from './care';
export {
  currentSession,
  hasRole,
  loadSession,
  signInAsPersona,
  signInByWeChat,
  signOut,
  useMe,
  useSession,
  type Me,
  type Role,
  type Session,
} from './session';
export { useResource, type Resource } from './use-resource';
export { useStore } from './use-store';
