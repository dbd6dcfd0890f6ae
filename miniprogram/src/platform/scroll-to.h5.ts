/**
 * Brings the part of the page with this id into view, and a keyboard's or screen reader's place with it.
 * @param at `top` puts it right under the page's bar: for the beginning of something long
 */
export function scrollTo(id: string, at: 'middle' | 'top' = 'middle'): void {
  const target = document.getElementById(id);
  if (!target) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const bar = target.closest('.page')?.querySelector<HTMLElement>('.page__bar');
  target.style.scrollMarginTop = `${(bar?.offsetHeight ?? 0) + 12}px`;
  // What is higher than the screen has no middle that shows its beginning.
  const start = at === 'top' || target.offsetHeight > window.innerHeight / 2;
  target.scrollIntoView({ block: start ? 'start' : 'center', behavior: still ? 'auto' : 'smooth' });
  (at === 'top' ? beginningOf(target) : (controlIn(target) ?? target)).focus({ preventScroll: true });
}

function controlIn(target: HTMLElement): HTMLElement | null {
  return target.querySelector('input, textarea, [role=radio][tabindex="0"], button, a');
}

/** The part itself: were its first control a text field, a phone's keyboard would come up over what is to be read. */
function beginningOf(target: HTMLElement): HTMLElement {
  target.tabIndex = -1;
  target.style.outline = 'none';
  return target;
}
