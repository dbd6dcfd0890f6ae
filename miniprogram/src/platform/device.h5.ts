/** How much larger than usual the person has set the browser's text: 1 is usual (16 px). */
export function fontScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size / 16 : 1;
}

/** The browser keeps its own bars; see `env(safe-area-inset-*)` in the styles. */
export function pageInsets(): { statusBar: number | null; capsule: number | null } {
  return { statusBar: null, capsule: null };
}

export function nameWindow(title: string): void {
  document.title = title === '' || title === '探访关爱' ? '探访关爱' : `${title} · 探访关爱`;
}

/** A short buzz, when something was received. */
export function buzz(): void {
  // Missing on iOS and on PCs.
  (navigator as { vibrate?: (ms: number) => boolean }).vibrate?.(30);
}

/** What this device is, so that a person can tell their sign-ins apart. */
export function deviceName(): string {
  const system = /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(navigator.userAgent)?.[0] ?? '';
  return `浏览器 ${system}`.trim();
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
