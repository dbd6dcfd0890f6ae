/** Shows pictures large, by the device's own means. False: it has none, the page shows them itself. */
export function previewPictures(_urls: readonly string[], _index: number): boolean {
  return false;
}
