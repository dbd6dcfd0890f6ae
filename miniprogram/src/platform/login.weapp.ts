import Taro from '@tarojs/taro';

/** A code the service can exchange for who this is; single use, five minutes. Null when WeChat gave none. */
export async function login(): Promise<string | null> {
  try {
    return (await Taro.login()).code || null;
  } catch {
    return null;
  }
}

/** A real phone belongs to whoever holds it. */
export function openedFromPhone(): boolean {
  return false;
}
