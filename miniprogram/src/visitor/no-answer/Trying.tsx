import { useState } from 'react';
import { Avatar, Banner, Box, Card, Heading, Hints, Mark, Page, Row, Timeline, Words } from '@/components';
import { back } from '@/platform';
import { useMe } from '@/state';
import { HelpButton } from '../emergency/HelpButton';
import type { ShownCard } from '../visit/cards';
import { useDoor } from './at-the-door';
import { DoorNewsBanner } from './DoorNewsBanner';
import { HandOverSheet, type Leaving } from './HandOverSheet';
import { stepsAt, stillToTry } from './steps';

interface TryingProps {
  shown: ShownCard;
  onTold: (id: string) => void;
}

/** Three tries, each with its time; somebody who knows where the elder is ends them, and danger does not wait for them. */
export function Trying({ shown: { card, source }, onTold }: TryingProps) {
  const { elder } = card;
  const door = useDoor(useMe().account.id, elder.id);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [hint, setHint] = useState<string | null>(null);
  const missing = stillToTry(card, door.tries, source === 'list');
  const giveUp = () => (missing === null ? setLeaving('unreached') : setHint(missing));
  return (
    <Page
      title="没人开门"
      foot={
        <Box className="stack stack--tight">
          <Words className="note">听见呼救、闻到异味，不用试三次</Words>
          <HelpButton card={card} />
        </Box>
      }
    >
      <Box className="person">
        <Avatar name={elder.name} large />
        <Box className="grow">
          <Heading level={1}>先别走，试三次</Heading>
          <Words className="note">
            {elder.name}，{elder.age} 岁
          </Words>
        </Box>
      </Box>
      {source === 'list' && (
        <Banner icon="offline" title="现在没有网，看不到电话">
          手机里存了号码就打，打过的记一下；找不到也能交给社区，有网自动送出
        </Banner>
      )}
      <DoorNewsBanner elderId={elder.id} />
      {card.hints.length > 0 && (
        <Card>
          <Box>
            <Hints hints={card.hints} />
          </Box>
        </Card>
      )}
      <Card>
        <Timeline steps={stepsAt(card, door, source === 'list')} />
      </Card>
      <Card rows>
        <Row
          lead={<Mark icon="hand" look="done" />}
          title="老人应了"
          detail="回去开始探访，开门、接电话都算"
          onPress={() => {
            door.answered();
            back();
          }}
        />
        <Row
          lead={<Mark icon="check" />}
          title="知道去哪儿了"
          detail="住院、出门、搬走、不愿意"
          onPress={() => setLeaving('known')}
        />
        <Row
          lead={<Mark icon="building" look="sun" />}
          title="都联系不上，交给社区"
          detail={
            <Box className={hint === null ? '' : 'is-worry'} aria={{ live: 'polite' }}>
              {hint ?? '社区今天接着找，您不用守着'}
            </Box>
          }
          onPress={giveUp}
        />
      </Card>
      {leaving && (
        <HandOverSheet
          leaving={leaving}
          elder={elder}
          tries={door.tries}
          onClose={() => setLeaving(null)}
          onHandedOver={door.handedOver}
          onTold={onTold}
        />
      )}
    </Page>
  );
}
