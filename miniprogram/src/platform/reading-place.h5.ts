/**
 * Tells which of these parts of the page is being read, whenever that changes. The reader's eye is taken to wander from
 * the top of the screen, on the page's beginning, to its foot at the end: so every part has its turn, however short.
 * @returns stops it
 */
export function watchReadingPlace(ids: readonly string[], onPlace: (id: string) => void): () => void {
  let drawn = 0;
  let told = ids[0];
  const look = (scroller: Element) => {
    const here = partAtEye(ids, scroller);
    if (here === undefined || here === told) return;
    told = here;
    onPlace(here);
  };
  const follow = ({ target }: Event) => {
    const scroller = target instanceof Element ? target : document.documentElement;
    const part = document.getElementById(ids[0] ?? '');
    if (!part || !scroller.contains(part)) return;
    cancelAnimationFrame(drawn);
    drawn = requestAnimationFrame(() => look(scroller));
  };
  // Scrolling does not bubble: it is caught on its way down to whatever scrolls.
  const options = { capture: true, passive: true };
  document.addEventListener('scroll', follow, options);
  return () => {
    cancelAnimationFrame(drawn);
    document.removeEventListener('scroll', follow, options);
  };
}

function partAtEye(ids: readonly string[], scroller: Element): string | undefined {
  const parts = ids.flatMap((id) => document.getElementById(id) ?? []);
  const bar = parts[0]?.closest('.page')?.querySelector('.page__bar')?.getBoundingClientRect().bottom ?? 0;
  const room = scroller.scrollHeight - scroller.clientHeight;
  const share = room > 0 ? scroller.scrollTop / room : 0;
  const eye = bar + share * (window.innerHeight - bar);
  // Above the first part there may be something else; whoever is there has not begun with another.
  return (parts.filter((part) => part.getBoundingClientRect().top <= eye + 1).pop() ?? parts[0])?.id;
}
