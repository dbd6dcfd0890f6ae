import Taro from '@tarojs/taro';

/** Brings the part of the page with this id into view. */
export function scrollTo(id: string, at: 'middle' | 'top' = 'middle'): void {
  // The bar at the top, with a form's progress in it, covers about 150 px.
  const offsetTop = at === 'top' ? -160 : -220;
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop, duration: 240 });
}
