import Taro from '@tarojs/taro';

/** Opens the camera on a door's code. @returns what the code says, or null when the person gave up */
export async function scan(_demo: boolean): Promise<string | null> {
  try {
    const { result, path } = await Taro.scanCode({ scanType: ['qrCode', 'wxCode' as 'qrCode'] });
    // WeChat's own round codes answer with the page they lead to, plain ones with their text.
    return result || path || null;
  } catch {
    return null;
  }
}
