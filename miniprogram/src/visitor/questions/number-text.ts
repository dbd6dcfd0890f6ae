/** A whole number that was typed (full-width digits too), the text itself where it is none, undefined for nothing. */
export function numberOrText(typed: string): number | string | undefined {
  const text = typed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
  if (text === '') return undefined;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
