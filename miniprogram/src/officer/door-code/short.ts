/** The end of a door code's id: printed on the sign, so that two signs can be told apart without a name. */
export function shortDoorCode(id: string): string {
  return id.slice(-4);
}
