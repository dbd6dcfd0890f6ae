import { useState } from 'react';
import { Box, Button, RadioCards, Sheet, TextArea, Words } from '@/components';
import { noAnswers, sendNow, type NoAnswerBody } from '@/offline';
import { now, ulid } from '@/platform';
import { useMe } from '@/state';
import type { ElderCard } from '../visit/draft';
import type { Try } from './at-the-door';

export type Leaving = NoAnswerBody['outcome'];
type Whereabouts = NonNullable<NoAnswerBody['whereabouts']>;

const WHEREABOUTS: readonly { value: Whereabouts; title: string; detail: string }[] = [
  { value: 'hospital', title: '住院了', detail: '知道哪家医院的，写在下面' },
  { value: 'away', title: '出门了', detail: '走亲戚、去孩子家，知道几时回来的写上' },
  { value: 'moved', title: '搬走了', detail: '社区核实以后再改名册' },
  { value: 'declined', title: '不愿意让人探访', detail: '社区会再问问老人' },
];
const MOST_WORDS = 200;
/** How long somebody waits for the service's answer, in ms; afterwards it goes on behind the next page. */
const PATIENCE_MS = 4_000;

interface HandOverSheetProps {
  leaving: Leaving;
  elder: ElderCard['elder'];
  tries: readonly Try[];
  onClose: () => void;
  /** It is safe on the phone. */
  onHandedOver: (told: { id: string; at: number }) => void;
  /** It has been sent, or that takes too long to wait for. */
  onTold: (id: string) => void;
}

/** The last word before leaving: where the elder is, or that nobody knows. */
export function HandOverSheet({ leaving, elder, tries, onClose, onHandedOver, onTold }: HandOverSheetProps) {
  const { account } = useMe();
  const [whereabouts, setWhereabouts] = useState<Whereabouts | null>(null);
  const [words, setWords] = useState('');
  const isKnown = leaving === 'known';
  const tell = async () => {
    const [id, at] = [ulid(), now()];
    const body: NoAnswerBody = {
      ...{ id, elderId: elder.id, tries: [...tries], outcome: leaving, at },
      ...(isKnown && whereabouts ? { whereabouts } : {}),
      ...(words.trim() ? { words: words.trim() } : {}),
    };
    noAnswers.add({ accountId: account.id, elderName: elder.name, body });
    onHandedOver({ id, at });
    await Promise.race([sendNow(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    onTold(id);
  };
  return (
    <Sheet open title={isKnown ? `${elder.name}去哪儿了？` : '交给社区接着找？'} onClose={onClose}>
      {isKnown ? (
        <RadioCards label="去哪儿了" options={WHEREABOUTS} value={whereabouts} onChange={setWhereabouts} />
      ) : (
        <Words>社区会看到您试了哪几样、几点试的，接着去找。弄清楚以前，不会自动发消息给家里人。</Words>
      )}
      <TextArea
        label="还知道什么"
        hint={isKnown ? '听谁说的，几时回来' : '邻居怎么说，门缝里有没有光'}
        value={words}
        onChange={setWords}
        maxLength={MOST_WORDS}
      />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          再等等
        </Button>
        <Button busyText="正在送" blocked={isKnown && whereabouts === null ? '请先选去哪儿了' : null} onPress={tell}>
          交给社区
        </Button>
      </Box>
    </Sheet>
  );
}
