export { capacitiesOf, capacityWords, chooseCapacity, currentCapacity, homes, type Capacity } from './capacity';
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
export { useAttempt, type Attempt } from './use-attempt';
export { usePages, type Pages } from './use-pages';
export { useReloadOnShow } from './use-reload-on-show';
export { useResource, type Resource } from './use-resource';
export { useStore } from './use-store';
