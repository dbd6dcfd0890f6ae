/** Where the demo's simulated WeChat leaves word of whose phone a link was tapped on; nothing else writes it. */
const TAPPED_ON = 'simulator.phone';

/** Whether this page was opened by a link on somebody's simulated phone: it must then open as that person. */
export function openedFromPhone(): boolean {
  return localStorage.getItem(TAPPED_ON) !== null;
}

/** A browser has no WeChat sign-in of its own; a simulated phone gives its code once. Null: there is none. */
export async function login(): Promise<string | null> {
  const openid = localStorage.getItem(TAPPED_ON);
  if (openid === null) return null;
  localStorage.removeItem(TAPPED_ON);
  const answer = await fetch(`/simulator/world/phones/${encodeURIComponent(openid)}/login-codes`, { method: 'POST' });
  if (!answer.ok) return null;
  const { code } = (await answer.json()) as { code?: string };
  return code ?? null;
}
