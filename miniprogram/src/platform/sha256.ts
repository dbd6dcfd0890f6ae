/** SHA-256 without Web Crypto, which the weapp has not, nor has a page served over plain http. */
export { sha256 } from '@noble/hashes/sha2';
/** Lower-case hexadecimal. */
export { bytesToHex as hex } from '@noble/hashes/utils';
