/** Brings the part of the page with this id into view, and a keyboard's or screen reader's place with it. */
export function scrollTo(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  const control = target.querySelector<HTMLElement>('input, textarea, [role=radio][tabindex="0"], button, a');
  (control ?? target).focus({ preventScroll: true });
}
