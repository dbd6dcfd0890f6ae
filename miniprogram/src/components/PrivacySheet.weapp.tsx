import { Button as WeChatButton } from '@tarojs/components';
import { useState } from 'react';
import { answerPrivacy, openPrivacyContract, pendingPrivacy } from '@/platform/privacy';
import { useStore } from '@/state/use-store';
import { Box, Words } from './element';
import { Button } from './control/Button';
import { Sheet } from './control/Sheet';

/** WeChat's rule: before camera or place are used, the person agrees to the privacy guide. Asked when it is needed. */
export function PrivacySheet() {
  const pending = useStore(pendingPrivacy);
  const [buttonId] = useState('agree-to-privacy-guide');
  return (
    <Sheet open={pending} title="用相机前，请您看一眼" onClose={() => answerPrivacy({ event: 'disagree' })}>
      <Words>拍下的照片只用来说明家里的情况，只有办这件事的人能看。</Words>
      <Button tone="quiet" onPress={openPrivacyContract}>
        看《隐私保护指引》
      </Button>
      <Box className="pair">
        <Button tone="line" onPress={() => answerPrivacy({ event: 'disagree' })}>
          先不用
        </Button>
        <WeChatButton
          id={buttonId}
          className="press button button--main"
          hoverClass="button--pressed"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answerPrivacy({ event: 'agree', buttonId })}
        >
          同意
        </WeChatButton>
      </Box>
    </Sheet>
  );
}
