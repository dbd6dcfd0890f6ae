import { useEffect, useRef, useState } from 'react';
import { api } from '@/api';
import { asPage, Banner, Box, Button, Empty, Page, ResourceView, Sheet, Skeleton } from '@/components';
import { dayOf, keepAddress, now, scrollTo, useParams, wide } from '@/platform';
import { hasRole, useAttempt, useMe, useStore } from '@/state';
import { asksOfAll, usePacks, type Pack } from '../desk/asks';
import { Failure } from '../desk/Failure';
import { cadenceInWords } from '../desk/elder-words';
import { OfficerPage } from '../desk/OfficerPage';
import { homeless } from '../register/field-errors';
import { Compared } from './Compared';
import { ALONE, Controls, type Chosen } from './Controls';
import { examplesOn } from './examples';
import { FactSheet } from './FactSheet';
import { Start } from './Start';
import type { Explanation } from '../verdict/lines';
import { newTrial, toQuestion, trialOf, type TrialDraft, type TrialFacts } from './trial-draft';
import { useVerdicts, type Verdicts } from './use-verdicts';
import './trial.scss';

const HERE = '/officer/trial/index';

/** Facts that have a place for their own sentence; every other sentence is said above the sheet. */
const HOMES = [
  /^on$/,
  /^facts\.(birthDate|relatives|contracts|serviceClass|entrustment|staffTier|maritalStatus|assistance)$/,
  /^facts\.(residence|household)(\.division)?$/,
  /^facts\.relatives\.\d+\.(relation|residence\.division|birthDate|awaySince)$/,
  /^facts\.(ability(\.(level|assessedOn))?|disability(\.(grade|kinds|validUntil))?)$/,
  /^facts\.(onlyChild(\.(status|disabilityGrade))?|locallyDesignated(\.reason)?)$/,
];

/** 政策试算: change a fact, a place or the day, and see at once what two plans say. */
function TrialPage() {
  const packs = usePacks();
  if (packs.data) return <Trial packs={packs.data.items} />;
  return (
    <OfficerPage title="政策试算" current="trial">
      <ResourceView of={packs}>{() => null}</ResourceView>
    </OfficerPage>
  );
}

function Trial({ packs }: { packs: readonly Pack[] }) {
  const atPc = useStore(wide);
  const { chosen, choose } = useChosen(packs);
  const [on, setOn] = useState(dayOf(now()));
  const sheet = useSheet((packId) => choose([packId, packId === chosen[1] ? chosen[0] : chosen[1]]));
  const [starting, setStarting] = useState(false);
  const { draft } = sheet;
  const ids = chosen.filter((id) => id !== null);
  const verdicts = useVerdicts(ids, draft.birthDate && on ? toQuestion(draft, on) : null);
  const begun = () => {
    setStarting(false);
    // What was pressed is gone: whoever uses a keyboard goes on at the result.
    setTimeout(() => scrollTo('found', 'top'));
  };
  const start = {
    examples: examplesOn(dayOf(now())),
    onExample: ({ facts }: { facts: TrialFacts }) => {
      sheet.begin(trialOf(facts));
      begun();
    },
    onElder: async (elderId: string) => {
      if (await sheet.fromRegister(elderId)) begun();
    },
  };
  const others = homeless(verdicts.errors, HOMES);
  return (
    <OfficerPage
      title="政策试算"
      heading="换个情况试一试"
      lead="按方案本身算，不含各区自己的规定；填的只在这一页，不会存下来"
      current="trial"
      {...(atPc ? {} : { action: <Summary verdicts={verdicts} packs={packs} /> })}
    >
      <Box className="trial">
        <Box className="trial__controls">
          <Controls
            packs={packs}
            chosen={chosen}
            onChosen={choose}
            on={on}
            onDay={setOn}
            error={on === '' ? '请选哪一天' : verdicts.errors['on']}
            onStart={() => setStarting(true)}
          />
        </Box>
        <Box className="trial__facts">
          {others.map((sentence) => (
            <Banner key={sentence} meaning="worry" title={sentence} />
          ))}
          <FactSheet
            key={sheet.begun}
            draft={draft}
            set={sheet.set}
            errors={verdicts.errors}
            open={atPc}
            asks={asksOfAll(packs)}
          />
        </Box>
        {/* For another elder it begins at its top again. */}
        <Box key={sheet.begun} className="trial__found" id="found">
          {sheet.failure && <Failure sentence={sheet.failure} />}
          <Found verdicts={verdicts} packs={packs} nothing={draft.birthDate === ''} start={<Start {...start} />} />
        </Box>
      </Box>
      <Sheet open={starting} title="换一位老人" onClose={() => setStarting(false)}>
        <Failure sentence={sheet.failure} />
        <Start
          {...start}
          onEmpty={() => {
            sheet.begin(newTrial());
            begun();
          }}
        />
      </Sheet>
    </OfficerPage>
  );
}

/** The two places, the officer's own first; they are in the address, the facts are not: those may be somebody's. */
function useChosen(packs: readonly Pack[]): { chosen: Chosen; choose: (chosen: Chosen) => void } {
  const { a, b } = useParams();
  const own = useMe().roles.find(({ division }) => division?.packId)?.division?.packId;
  const [chosen, setChosen] = useState<Chosen>(() => {
    const packWith = (asked: string | null | undefined) => packs.find(({ id }) => id === asked);
    const first = packWith(a) ?? packWith(own) ?? packs[0]!;
    const others = packs.filter((pack) => pack !== first);
    const second = b === ALONE ? null : (others.find(({ id }) => id === b) ?? others[0] ?? null);
    return [first.id, second?.id ?? null];
  });
  const choose = (changed: Chosen) => {
    setChosen(changed);
    keepAddress(HERE, { a: changed[0], b: changed[1] ?? ALONE });
  };
  return { chosen, choose };
}

/** The facts that are filled in, and where they came from. */
function useSheet(onPack: (packId: string) => void) {
  const { elder } = useParams();
  const [draft, set] = useState<TrialDraft>(newTrial);
  // Counts the beginnings: another elder's groups are folded as at first.
  const [begun, setBegun] = useState(0);
  const { failure, run } = useAttempt();
  const begin = (changed: TrialDraft) => {
    set(changed);
    setBegun((count) => count + 1);
  };
  const fromRegister = (elderId: string) =>
    run(elderId, async () => {
      const { facts, evaluation } = await api.get('/api/elders/{id}/explanation', { path: { id: elderId } });
      // The contract leaves the facts open; their shape is the policy's.
      begin(trialOf(facts as unknown as TrialFacts));
      onPack(evaluation.pack);
    });
  const asked = useRef(false);
  useEffect(() => {
    if (!elder || asked.current) return;
    asked.current = true;
    void fromRegister(elder);
    // Once, when the page is opened for somebody.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [elder]);
  return { draft, set, begin, begun, fromRegister, failure };
}

interface FoundProps {
  verdicts: Verdicts;
  packs: readonly Pack[];
  /** Nothing is filled in yet. */
  nothing: boolean;
  start: JSX.Element;
}

function Found({ verdicts, packs, nothing, start }: FoundProps) {
  const { found, working, failure, errors, retry } = verdicts;
  if (nothing) return start;
  if (failure !== null) {
    return (
      <>
        <Failure sentence={failure} />
        <Button tone="line" icon="sync" onPress={retry}>
          再算一次
        </Button>
      </>
    );
  }
  if (found.length === 0) {
    return working ? <Skeleton avatar={false} /> : <Empty title="有几项没填对，改好就能算" />;
  }
  const places = found.map((explanation) => ({ ...packOf(packs, explanation), explanation }));
  return (
    <>
      {Object.keys(errors).length > 0 && <Banner meaning="worry" title="有几项没填对，下面还是改之前的结果" />}
      <Compared places={places} working={working} />
    </>
  );
}

/** On a phone: the result in a line, always in sight; a tap goes to the whole. */
function Summary({ verdicts: { found, working }, packs }: Pick<FoundProps, 'verdicts' | 'packs'>) {
  const said = summaryOf(found, packs);
  return (
    <Box aria={{ live: 'polite' }}>
      <Button
        wide
        small
        tone="line"
        blocked={said === '' && (working ? '正在算' : '填了出生日期就能算')}
        onBlocked={() => scrollTo('birthDate')}
        onPress={() => scrollTo('found', 'top')}
      >
        {said}
      </Button>
    </Box>
  );
}

/** 济南每周一次，北京每月一次; 都是每周一次 */
function summaryOf(found: readonly Explanation[], packs: readonly Pack[]): string {
  const often = found.map(({ evaluation }) => cadenceInWords(evaluation.visits?.every ?? null));
  if (found.length > 1 && new Set(often).size === 1) return `都是${often[0]}`;
  return found.map((explanation, index) => packOf(packs, explanation).name + often[index]).join('，');
}

function packOf(packs: readonly Pack[], { evaluation: { pack } }: Explanation): Omit<Pack, 'asks'> {
  return packs.find(({ id }) => id === pack) ?? { id: pack, name: pack, document: '' };
}

/** The plans are public, the page is the officers': its tabs lead to theirs. */
function OfficersOnly() {
  if (hasRole(useMe(), 'community', 'street', 'district', 'city')) return <TrialPage />;
  return (
    <Page title="政策试算">
      <Empty title="这一页是社区和街道用的，请从「我的」回到您自己的" />
    </Page>
  );
}

export default asPage(OfficersOnly);
