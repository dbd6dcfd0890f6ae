import { useState } from 'react';
import { api } from '@/api';
import { asPage, Banner, Box, Button, Empty, ResourceView, Sheet, Words } from '@/components';
import { back, failureInWords, link, NetworkFailure, Problem, replace, scrollTo } from '@/platform';
import { hasRole, useMe, type Me } from '@/state';
import { asksOf, usePacks, type Pack } from '../desk/asks';
import { Failure } from '../desk/Failure';
import { OfficerPage } from '../desk/OfficerPage';
import { gapsOf, newElder, toElderBody, type ElderDraft } from './elder-draft';
import { fieldErrorsOf, homeless, type FieldErrors } from './field-errors';
import { HealthFields } from './HealthFields';
import { HintFields } from './HintFields';
import { KinFields } from './KinFields';
import { PlanCard } from './PlanFields';
import { ownCommunities, WhereFields } from './WhereFields';
import { WhoFields } from './WhoFields';

const LIST = '/officer/elders/index';

/** Fields that have a place for their own sentence; every other sentence is said at the top. */
const HOMES = [
  /^(name|idNumber|sex|birthDate|phone|communityId|address|place|relatives|firstContactId|hints)$/,
  /^relatives\.\d+\.(name|relation|kinWord|callsElder|phone|residence\.division|awaySince|birthDate|ableToSupport)$/,
  /^hints\.\d+\.detail$/,
  /^facts\.(maritalStatus|assistance|ability(\.(level|assessedOn))?|disability(\.(grade|kinds|validUntil))?|onlyChild(\.(status|disabilityGrade))?)$/,
  /^facts\.(household(\.division)?|contracts|serviceClass|entrustment|staffTier|locallyDesignated(\.reason)?)$/,
];

/** A new elder, by the officers of the place; what is asked depends on its plan. */
function Register() {
  const me = useMe();
  const packs = usePacks();
  if (hasRole(me, 'community', 'street') && packs.data) return <Form me={me} packs={packs.data.items} />;
  return (
    <OfficerPage title="登记" current="elders" parent={LIST}>
      {hasRole(me, 'community', 'street') ? (
        <ResourceView of={packs}>{() => null}</ResourceView>
      ) : (
        <Empty title="登记由社区和街道来做" />
      )}
    </OfficerPage>
  );
}

interface FormProps {
  me: Me;
  packs: readonly Pack[];
}

/** What the plan says follows from this: category, tier, how often. */
function Form({ me, packs }: FormProps) {
  const own = ownCommunities(me);
  const [draft, setDraft] = useState<ElderDraft>(() => newElder(own.length === 1 ? own[0]!.id : null));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [untouched] = useState(draft);
  const gaps = gapsOf(draft);
  const asks = asksOf(packs, packIdOf(me, draft.communityId));

  const set = (changed: ElderDraft) => {
    setDraft(changed);
    setErrors({});
  };
  const send = async () => {
    setFailure(null);
    setErrors({});
    try {
      const elder = await api.post('/api/elders', { body: toElderBody(draft, null) });
      await placeNeighbours(draft, elder.facts);
      replace(link('/officer/elder/index', { id: draft.id, fresh: 1 }));
    } catch (error) {
      setErrors(fieldErrorsOf(error));
      setFailure(failureInWords(error));
      scrollTo(firstFieldOf(error));
    }
  };
  const tellGaps = () => {
    setErrors(Object.fromEntries(gaps.map(({ field, words }) => [field, `还差：${words}`])));
    scrollTo(gaps[0]?.field ?? 'name');
  };
  const leave = () => (draft === untouched ? back(LIST) : setLeaving(true));
  const others = homeless(errors, HOMES);
  return (
    <OfficerPage
      title="登记"
      heading="登记一位老人"
      current="elders"
      parent={LIST}
      onBack={leave}
      action={
        <Button
          wide
          busyText="正在登记"
          blocked={gaps.length > 0 && `还差${gaps.length > 1 ? ` ${gaps.length} 项` : gaps[0]?.words}`}
          onBlocked={tellGaps}
          onPress={send}
        >
          登记
        </Button>
      }
    >
      <Box className="form">
        <Box id="problems">
          <Failure sentence={failure} />
          {others.map((sentence) => (
            <Banner key={sentence} meaning="worry" title={sentence} />
          ))}
        </Box>
        <WhoFields draft={draft} set={set} errors={errors} />
        <WhereFields draft={draft} set={set} errors={errors} me={me} />
        <KinFields draft={draft} set={set} errors={errors} asks={asks} />
        <HealthFields draft={draft} set={set} errors={errors} />
        <PlanCard draft={draft} set={set} errors={errors} asks={asks} />
        <HintFields draft={draft} set={set} errors={errors} />
      </Box>
      <Sheet open={leaving} title="还没登记，要离开吗？" onClose={() => setLeaving(false)}>
        <Words>填的不会留下，因为这台设备别人也可能用</Words>
        <Box className="pair">
          <Button tone="line" onPress={() => back(LIST)}>
            不登记了
          </Button>
          <Button onPress={() => setLeaving(false)}>接着填</Button>
        </Box>
      </Sheet>
    </OfficerPage>
  );
}

/** The plan of the chosen community; a street's communities live by the street's. */
function packIdOf({ roles }: Me, communityId: string | null): string | null | undefined {
  const own = roles.find(({ division }) => division?.id === communityId);
  return (own ?? roles.find(({ role }) => role === 'street'))?.division?.packId;
}

/**
 * Relatives in the same street get the elder's own street, whose code is known only from the answer. The elder is
 * registered by then: when this fails the elder's page shows where they are not known to live.
 */
async function placeNeighbours(draft: ElderDraft, facts: { [key: string]: unknown }): Promise<void> {
  const home = (facts['residence'] as { division?: string } | undefined)?.division;
  const near = draft.relativesAsked === 'yes' ? draft.relatives.filter(({ lives }) => lives === 'same-street') : [];
  if (!home) return;
  for (const { id: relativeId } of near) {
    const path = { id: draft.id, relativeId };
    await api.patch('/api/elders/{id}/relatives/{relativeId}', { path, body: { residence: { division: home } } });
  }
}

/** Where to go first: the first field that has a place of its own, else the top. */
function firstFieldOf(error: unknown): string {
  if (error instanceof NetworkFailure || !(error instanceof Problem)) return 'problems';
  const first = error.fields[0]?.field ?? '';
  if (/^relatives/.test(first)) return 'relatives';
  return /^(name|idNumber|sex|birthDate|phone|communityId|address|place|hints)/.exec(first)?.[0] ?? 'problems';
}

export default asPage(Register);
