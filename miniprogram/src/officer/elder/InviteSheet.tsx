import { useState } from 'react';
import { api, type ReplyOf } from '@/api';
import { Box, Button, Sheet, Words } from '@/components';
import { appOrigin, copyText, dayInWords, dayOf, now } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import type { ElderDetail } from '../desk/elder-words';

type Invitation = ReplyOf<'post', '/api/elders/{id}/invitations'>;

interface InviteSheetProps {
  elder: ElderDetail;
  relative: ElderDetail['relatives'][number];
  open: boolean;
  onClose: () => void;
}

/** A code for one relative: made on a tap, because an older one stops working. */
export function InviteSheet({ elder, relative, open, onClose }: InviteSheetProps) {
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const { failure, run } = useAttempt();
  const make = () =>
    run(relative.id, async (id) => {
      const body = { id, relativeId: relative.id };
      setInvitation(await api.post('/api/elders/{id}/invitations', { path: { id: elder.id }, body }));
    });
  const close = () => {
    setInvitation(null);
    onClose();
  };
  return (
    <Sheet open={open} title={`给${relative.name}邀请码`} onClose={close}>
      {invitation ? (
        <Code invitation={invitation} relative={relative} />
      ) : (
        <>
          <Words>
            {relative.name}在小程序里填了码，还要您确认是本人，才看得到{elder.name}的情况。先前给过的码会作废
          </Words>
          <Failure sentence={failure} />
          <Button wide busyText="正在做码" onPress={make}>
            做一个邀请码
          </Button>
        </>
      )}
    </Sheet>
  );
}

function Code({ invitation, relative }: { invitation: Invitation; relative: { name: string } }) {
  const [copied, setCopied] = useState<string | null>(null);
  const { code, expiresAt } = invitation;
  const until = dayInWords(dayOf(expiresAt), dayOf(now()));
  const copy = async () => {
    const link = `${appOrigin()}/#/family/bind/index?code=${code}`;
    const words = `${relative.name}您好，请打开探访关爱，填邀请码 ${code}，${until}前有效。网页：${link}`;
    setCopied((await copyText(words)) ? '复制好了，可以发给对方' : '这台设备不让复制，请照着念');
  };
  return (
    <>
      <Words className="note">电话里一个一个念，没有 0、1、I、O、L、U、V</Words>
      <Box className="code-to-read" aria={{ role: 'img', label: [...code].join(' ') }}>
        {code.slice(0, 4)} {code.slice(4)}
      </Box>
      <Words className="note center">{until}前有效，只能用一次</Words>
      <Button tone="line" wide icon="copy" onPress={copy}>
        复制邀请的话和链接
      </Button>
      <Box className="center note" aria={{ live: 'polite' }}>
        {copied}
      </Box>
    </>
  );
}
