/** Whether this device can print what it shows. */
export const canPrint = false;

/** WeChat has no printing. */
export function printPage(): void {}
