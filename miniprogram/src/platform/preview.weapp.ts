import Taro from '@tarojs/taro';

/** Shows pictures large, by the device's own means. False: it has none, the page shows them itself. */
export function previewPictures(urls: readonly string[], index: number): boolean {
  void Taro.previewImage({ urls: [...urls], current: urls[index] ?? '' });
  return true;
}
