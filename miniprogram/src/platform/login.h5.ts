/** A browser has no WeChat sign-in of its own. */
export async function login(): Promise<string | null> {
  return null;
}
