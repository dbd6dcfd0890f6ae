import Taro from '@tarojs/taro';

/** Opens the phone with a number. True when the person went on to call. */
export async function phoneCall(phoneNumber: string): Promise<boolean> {
  try {
    await Taro.makePhoneCall({ phoneNumber });
    return true;
  } catch {
    return false;
  }
}
