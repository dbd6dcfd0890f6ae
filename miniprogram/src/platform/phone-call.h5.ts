/** Opens the phone with a number. A browser does not say whether somebody called; it counts as called. */
export async function phoneCall(phoneNumber: string): Promise<boolean> {
  window.location.assign(`tel:${phoneNumber}`);
  return true;
}
