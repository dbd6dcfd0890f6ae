import Taro from '@tarojs/taro';

/** What was kept under a name, or null. */
export function read<T>(key: string): T | null {
  const value = Taro.getStorageSync<T | ''>(key);
  // The weapp answers an unknown key with an empty string.
  return value === '' ? null : value;
}

/** Keeps a small value on this phone (1 MB a key, 10 MB in all). False when the phone would not take it. */
export function write(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}

export function remove(key: string): void {
  Taro.removeStorageSync(key);
}

/** The names that begin with `prefix`. */
export function keys(prefix: string): string[] {
  return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
}
