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
  try {
    const observers = ids.map((id) => watch(page, id, onPlace));
    return () => observers.forEach((observer) => observer.disconnect());
  } catch {
    // An old base library cannot watch: then the part somebody went to last counts as the one that is read.
    return () => undefined;
  }
}

function watch(page: TaroGeneral.IAnyObject, id: string, onPlace: (id: string) => void): Taro.IntersectionObserver {
  const { windowHeight } = Taro.getWindowInfo();
  const observer = Taro.createIntersectionObserver(page);
  observer
    .relativeToViewport({ top: -Math.round(windowHeight * EYE), bottom: 2 - Math.round(windowHeight * (1 - EYE)) })
    .observe(`#${id}`, ({ intersectionRatio }) => {
      if ((intersectionRatio ?? 0) > 0) onPlace(id);
    });
  return observer;
}
