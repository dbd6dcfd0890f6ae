import { useState } from 'react';
import { Box, Button, FieldError, Sheet, Words } from '@/components';
import { closeOutbox } from '@/offline';
import { NetworkFailure, Problem } from '@/platform';
import { signOut } from '@/state';

interface SignOutSheetProps {
  open: boolean;
  /** Records of this person that wait on this phone. */
  waiting: number;
  onClose: () => void;
}

/** Signing out: what was looked at goes from this phone, what waits to be sent stays for its owner. */
export function SignOutSheet({ open, waiting, onClose }: SignOutSheetProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      // Signed out elsewhere already is signed out.
      if (!(error instanceof Problem && error.status === 401)) {
        setFailure(error instanceof NetworkFailure ? '现在没有网，退不了，等有网再退' : '没退成，请再点一次');
        return;
      }
    }
    // The page's own gate leads to signing in.
    closeOutbox();
  };
  return (
    <Sheet open={open} title="退出登录？" onClose={onClose}>
      <Words>今天看过的老人资料会从这部手机上清掉。</Words>
      {waiting > 0 && (
        <Words className="is-worry strong">
          还有 {waiting} 份没送出。它们会留在手机里，等您下次登录再送，最好先送完再退。
        </Words>
      )}
      <FieldError error={failure} />
      <Box className="pair">
        <Button tone="line" onPress={leave} busyText="正在退出">
          退出
        </Button>
        <Button onPress={onClose}>不退了</Button>
      </Box>
    </Sheet>
  );
}
