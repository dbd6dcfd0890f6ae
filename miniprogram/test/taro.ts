/** Stands in for Taro: remembers where a page wanted to go. */
export const visited: { how: string; url: string }[] = [];
export const pages: { route: string; options: Record<string, string> }[] = [
  { route: '/pages/landing/index', options: {} },
];
export const router: { path: string; params: Record<string, string> } = { path: '/pages/landing/index', params: {} };

const remember =
  (how: string) =>
  ({ url }: { url: string }) => {
    visited.push({ how, url });
    return Promise.resolve();
  };

export const useRouter = () => router;
export const useDidShow = () => undefined;
export const useDidHide = () => undefined;
export const useLaunch = () => undefined;

export default {
  getCurrentInstance: () => ({ router }),
  getCurrentPages: () => pages,
  navigateTo: remember('go'),
  redirectTo: remember('replace'),
  reLaunch: remember('restart'),
  navigateBack: () => {
    visited.push({ how: 'back', url: '' });
    return Promise.resolve();
  },
};
