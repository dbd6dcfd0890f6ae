import { Button as WeChatButton } from '@tarojs/components';
import type { Me } from '@/state';

interface PhoneCodeButtonProps {
  me: Me;
  onCode: (code: string | null) => Promise<void>;
  children: string;
}

/** Only a button of WeChat's own may ask for the telephone number. */
export function PhoneCodeButton({ onCode, children }: PhoneCodeButtonProps) {
  return (
    <WeChatButton
      className="press button button--line button--small"
      openType="getPhoneNumber"
      onGetPhoneNumber={(event) => void onCode((event.detail as { code?: string }).code ?? null)}
    >
      {children}
    </WeChatButton>
  );
}
