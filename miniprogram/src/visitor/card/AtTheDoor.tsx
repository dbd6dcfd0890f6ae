import {
  Avatar,
  Banner,
  Box,
  Button,
  Card,
  Chip,
  Heading,
  Hints,
  Icon,
  Mark,
  Page,
  pauseInWords,
  Row,
  Words,
} from '@/components';
import { go, link, scan } from '@/platform';
import { useMe } from '@/state';
import { HelpButton } from '../emergency/HelpButton';
import { fillable, type ShownCard } from '../visit/cards';
import { beginDraft, type DoorCard, type VisitDraft } from '../visit/draft';
import { useDraft } from '../visit/use-draft';
import { DoorNewsBanner } from '../no-answer/DoorNewsBanner';
import { LeftOpen } from './LeftOpen';
import { Sheets } from './Sheets';

export interface CheckInState {
  /** A code scanned without a network: nobody has said yet that it is this door's. */
  pending: VisitDraft['pendingCheckIn'];
}

/** The card, and the ways to begin: at the door, by telephone, or by calling for help. */
export function AtTheDoor({ shown, pending }: { shown: ShownCard } & CheckInState) {
  const { card, source } = shown;
  const me = useMe();
  const [draft] = useDraft(card.elder.id);
  const checkedIn = card.checkInId !== null || pending !== null;
  const ready = fillable(shown);
  const fill = () => go(link('/visitor/form/index', { elderId: card.elder.id }));
  const begin = (mode: VisitDraft['mode']) => {
    if (!ready) return;
    beginDraft(me.account.id, ready, { mode, pendingCheckIn: mode === 'on-site' ? pending : null });
    fill();
  };
  const scanDoor = async () => {
    const scanned = await scan(me.demo !== null);
    if (scanned) go(link('/visitor/scan/index', { q: scanned }));
  };
  return (
    <Page
      title="进门前看一眼"
      foot={
        <>
          {draft ? (
            <Button wide icon="pen" onPress={fill}>
              接着填
            </Button>
          ) : (
            <Button wide blocked={!ready && '等有网再填记录'} onPress={() => begin('on-site')}>
              开始探访
            </Button>
          )}
          <Box className={checkedIn || draft ? 'quiet-pair quiet-pair--end' : 'quiet-pair'}>
            {!checkedIn && !draft && ready && (
              <Button tone="quiet" icon="phone" onPress={() => begin('phone')}>
                电话探访
              </Button>
            )}
            <HelpButton card={card} />
          </Box>
        </>
      }
    >
      <DoorCode card={card} pending={pending} onScan={scanDoor} />
      {source !== 'live' && <WithoutNetwork source={source} canFill={ready !== null || draft !== null} />}
      {card.pause && (
        <Banner icon="calendar" title={`暂时不用去：${pauseInWords(card.pause)}`}>
          社区记的。人在家就照常探访，打电话问候也照记，都算数
        </Banner>
      )}
      <DoorNewsBanner elderId={card.elder.id} />
      <Person card={card} />
      <NobodyOpens elderId={card.elder.id} />
      {source !== 'list' && <LeftOpen elderId={card.elder.id} />}
      <Sheets elderId={card.elder.id} />
      <Box className="line line--top note">
        <Icon name="lock" />
        <Words>只显示这次用得到的，过了今天就从手机上清掉。您看过什么会留下记录。</Words>
      </Box>
    </Page>
  );
}

function WithoutNetwork({ source, canFill }: { source: ShownCard['source']; canFill: boolean }) {
  if (!canFill)
    return (
      <Banner icon="offline" title="现在没有网，这部手机里还没有记录表">
        先看看老人；紧急求助、没人开门现在就能用，记录等有网再填
      </Banner>
    );
  return (
    <Banner icon="offline" title="现在没有网，照样能探访">
      {source === 'kept' ? '看到的是今天早些时候的' : '提示和上次的情况要有网才看得到'}
    </Banner>
  );
}

function NobodyOpens({ elderId }: { elderId: string }) {
  return (
    <Card rows>
      <Row
        to={link('/visitor/no-answer/index', { elderId })}
        lead={<Mark icon="door" />}
        title="没人开门"
        detail="先别走，试三次；还找不到就交给社区"
      />
    </Card>
  );
}

interface DoorCodeProps extends CheckInState {
  card: DoorCard;
  onScan: () => Promise<void>;
}

function DoorCode({ card, pending, onScan }: DoorCodeProps) {
  if (card.checkInId !== null)
    return (
      <Box>
        <Chip meaning="done">门牌码对上了</Chip>
      </Box>
    );
  if (pending)
    return (
      <Box>
        <Chip meaning="excused" icon="clock">
          码记下了，有网时去对
        </Chip>
      </Box>
    );
  return (
    <Banner icon="scan" title="到了门口，先扫门牌码" onPress={() => void onScan()}>
      码坏了、找不到，直接开始也行
    </Banner>
  );
}

/** Who it is, and what helps on getting in. */
function Person({ card: { elder, hints } }: { card: DoorCard }) {
  const facts = [`${elder.age} 岁`, elder.sex, elder.livesAlone === true && '一个人住'].filter(Boolean).join('，');
  return (
    <Card>
      <Box className="person">
        <Avatar name={elder.name} large />
        <Box className="grow">
          <Heading level={1}>{elder.name}</Heading>
          <Words className="note">{facts}</Words>
        </Box>
      </Box>
      <Box>
        <Hints hints={hints} />
      </Box>
    </Card>
  );
}
