import { useState } from 'react';
import { Banner, Box, Button } from '@/components';
import { NetworkFailure, Problem } from '@/platform';
import { signInByWeChat } from '@/state';
import { Welcome } from './Welcome';

/** WeChat knows who this is: one button. */
export function SignInWays({ onSignedIn }: { onSignedIn: () => void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const signIn = async () => {
    setFailure(null);
    try {
      if (await signInByWeChat()) onSignedIn();
      else setFailure('微信没有给登录凭证，请再点一次');
    } catch (error) {
      setFailure(error instanceof Problem || error instanceof NetworkFailure ? error.message : '没办成，请再点一次');
    }
  };
  return (
    <Box className="stack">
      <Welcome>微信登录，不用记密码</Welcome>
      {failure !== null && (
        <Banner meaning="worry" title="没登录成" live>
          {failure}
        </Banner>
      )}
      <Button wide onPress={signIn} busyText="正在登录">
        微信登录
      </Button>
    </Box>
  );
}
