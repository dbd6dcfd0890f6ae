import Taro from '@tarojs/taro';

/** How far down the screen the reader's eye is taken to be, as a share of its height. */
const EYE = 0.24;

/**
 * Tells which of these parts of the page is being read, whenever that changes.
 * @returns stops it
 */
export function watchReadingPlace(ids: readonly string[], onPlace: (id: string) => void): () => void {
  const page = Taro.getCurrentInstance().page;
  if (!page) return () => undefined;
  const { windowHeight } = Taro.getWindowInfo();
  const margins = { top: -Math.round(windowHeight * EYE), bottom: -Math.round(windowHeight * (1 - EYE)) + 2 };
  const observers = ids.map((id) => {
    const observer = Taro.createIntersectionObserver(page);
    observer.relativeToViewport(margins).observe(`#${id}`, ({ intersectionRatio }) => {
      if ((intersectionRatio ?? 0) > 0) onPlace(id);
    });
    return observer;
  });
  return () => observers.forEach((observer) => observer.disconnect());
}
