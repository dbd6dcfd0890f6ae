import Taro from '@tarojs/taro';

/** Brings the part of the page with this id into view. */
export function scrollTo(id: string): void {
  // The bar at the top covers about 100 px.
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -140, duration: 240 });
}
