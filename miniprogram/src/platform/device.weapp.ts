import Taro from '@tarojs/taro';

/** How much larger than usual the person has set WeChat's text: 1 is usual. */
export function fontScale(): number {
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number };
  return info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? 16) / 16;
}

/** Space the page must leave: the status bar above, WeChat's capsule at the right end of the bar; CSS pixels. */
export function pageInsets(): { statusBar: number | null; capsule: number | null } {
  const { statusBarHeight, screenWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  return { statusBar: statusBarHeight ?? 20, capsule: screenWidth - capsule.left + 8 };
}

/** The page's title belongs to the page's own bar here. */
export function nameWindow(_title: string): void {}

/** A short buzz, when something was received. */
export function buzz(): void {
  void Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
}

/** What this device is, so that a person can tell their sign-ins apart. */
export function deviceName(): string {
  const { brand, model } = Taro.getDeviceInfo();
  return `${brand} ${model}`.trim();
}

export function copyText(text: string): Promise<boolean> {
  return Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
}
