/** How far down the screen the reader's eye is taken to be, as a share of its height. */
const EYE = 0.4;

/**
 * Tells which of these parts of the page is being read, whenever that changes.
 * @returns stops it
 */
export function watchReadingPlace(ids: readonly string[], onPlace: (id: string) => void): () => void {
  const parts = ids.flatMap((id) => document.getElementById(id) ?? []);
  // jsdom has none, and neither have browsers before 2019: then nothing is told.
  if (parts.length === 0 || typeof IntersectionObserver === 'undefined') return () => undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      const here = entries.find((entry) => entry.isIntersecting);
      if (here) onPlace(here.target.id);
    },
    { rootMargin: `-${EYE * 100}% 0px -${(1 - EYE) * 100 - 1}% 0px` },
  );
  for (const part of parts) observer.observe(part);
  return () => observer.disconnect();
}
