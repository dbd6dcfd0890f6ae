/**
 * Masks for lists and cards: enough to recognise somebody one knows, too little to find a stranger.
 * The number of stars in numbers and addresses is fixed, so that a mask does not tell a length.
 */

/** Dots that join the parts of a name (买买提·吐尔逊), as people type them. */
const NAME_DOTS = '·•‧∙・･.．';
/** What belongs to the sign before it: combining marks and the variation selectors of rare characters. */
const ATTACHED = /[\p{M}\u200D]/u;

/**
 * First and last character stay, the dots of a name too: 李*兰, 王*, 欧**娜, 买**·**逊. One character alone is hidden.
 * Characters outside the basic plane (𠮷) count as one.
 */
export function maskName(name: string): string {
  const signs = signsOf(name.trim());
  const last = signs.length - 1;
  if (last <= 0) return signs.length === 0 ? '' : '*';
  return signs
    .map((sign, at) => {
      if (at === 0 || NAME_DOTS.includes(sign)) return sign;
      return at === last && last > 1 ? sign : '*';
    })
    .join('');
}

/** 3701 **** **** **34: the first four and the last two of an identity number; anything shorter is hidden altogether. */
export function maskIdentityNumber(identityNumber: string): string {
  const value = identityNumber.trim();
  if (value === '') return '';
  return value.length < 15 ? '****' : `${value.slice(0, 4)} **** **** **${value.slice(-2)}`;
}

/** Whether this is the mask of a whole number, not a number. */
export function isMaskedIdentityNumber(value: string): boolean {
  return /^[^\s*]{4} \*{4} \*{4} \*\*[^\s*]{2}$/.test(value);
}

/** *** **** **17: the last two digits of a phone number, mobile or fixed line. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits === '') return '';
  return digits.length < 7 ? '*** **** ****' : `*** **** **${digits.slice(-2)}`;
}

/**
 * Keeps province to street and community, hides the rest: 济南市历下区姚家街道姚家社区****.
 * What follows the first digit is never kept, and where neither street, community nor district is named nothing is.
 */
export function maskAddress(address: string): string {
  const value = address.trim();
  if (value === '') return '';
  const named = /^[^0-9０-９]*/.exec(value)?.[0] ?? '';
  const community = /^.*(?:街道|社区|乡|镇|苏木|村)(?:办事处|居民委员会|村民委员会|居委会|民委员会|委会)?/.exec(named);
  const district = /^.*(?:[^小校园厂院东西南北]区|县|旗|市)/.exec(named);
  return `${(community ?? district)?.[0] ?? ''}****`;
}

/** The characters of a text as a reader counts them. */
function signsOf(text: string): string[] {
  const signs: string[] = [];
  for (const character of text) {
    if (signs.length > 0 && ATTACHED.test(character)) signs[signs.length - 1] += character;
    else signs.push(character);
  }
  return signs;
}
