/** Whether this device can print what it shows. */
export const canPrint = true;

/** Opens the browser's print window; the page's print styles decide what comes on paper. */
export function printPage(): void {
  window.print();
}
