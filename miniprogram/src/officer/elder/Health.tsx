import { useState } from 'react';
import { api } from '@/api';
import { Box, Button, Row, Sheet, Words } from '@/components';
import { useAttempt } from '@/state';
import type { ElderDetail } from '../desk/elder-words';
import type { Asks } from '../desk/asks';
import { Failure } from '../desk/Failure';
import { fieldErrorsOf, type FieldErrors } from '../register/field-errors';
import { CONDITIONS, healthOf, toHealthFacts, type Facts, type HealthDraft } from '../register/health-draft';
import { HealthQuestions } from '../register/HealthFields';
import { planOf, toPlanFacts, type PlanDraft } from '../register/plan-draft';
import { PlanQuestions } from '../register/PlanFields';

interface HealthProps {
  elder: ElderDetail;
  /** What the plan has asked. */
  asks: Asks;
  onChanged: () => Promise<void>;
}

/** What was not clear when the elder was registered, or has changed since: the plan answers anew at once. */
export function Health({ elder, asks, onChanged }: HealthProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Row title="补充、改情况" detail="婚姻、能力评估、残疾证、救助、服务和认定" onPress={() => setOpen(true)} />
      {open && <HealthSheet elder={elder} asks={asks} onClose={() => setOpen(false)} onChanged={onChanged} />}
    </>
  );
}

type Draft = HealthDraft & PlanDraft;

function HealthSheet({ elder, asks, onClose, onChanged }: HealthProps & { onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...healthOf(factsOf(elder)), ...planOf(factsOf(elder)) }));
  const [errors, setErrors] = useState<FieldErrors>({});
  const { failure, run } = useAttempt();
  const save = async () => {
    const body = { version: elder.version, facts: amended(factsOf(elder), draft) };
    setErrors({});
    const saved = await run(body, async () => {
      try {
        await api.patch('/api/elders/{id}', { path: { id: elder.id }, body });
      } catch (error) {
        setErrors(fieldErrorsOf(error));
        throw error;
      }
    });
    if (!saved) return;
    onClose();
    await onChanged();
  };
  return (
    <Sheet open title={`${elder.name}的情况`} onClose={onClose}>
      <HealthQuestions draft={draft} set={setDraft} errors={errors} />
      <PlanQuestions draft={draft} set={setDraft} errors={errors} asks={asks} />
      <Words className="note">存下就按方案重新算：属于哪一类，多久去一次</Words>
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          不改了
        </Button>
        <Button busyText="正在存" onPress={save}>
          存下
        </Button>
      </Box>
    </Sheet>
  );
}

/** The contract leaves them open here; they are those of the registration, with what the registry knows by itself. */
const factsOf = ({ facts }: ElderDetail) => facts as Facts;

/** Kept by the registry itself, and not sent back. */
const BY_ITSELF = ['birthDate', 'residence', 'relatives'];
const ASKED_HERE = [
  ...['maritalStatus', 'ability', 'disability', 'onlyChild', 'assistance'],
  ...['household', 'contracts', 'serviceClass', 'entrustment', 'staffTier', 'locallyDesignated'],
];

/**
 * The facts are replaced as a whole: what the sheet does not know stays, and so does a “no” that somebody has found out.
 * What another place's plan asks is in the draft without being shown, and goes back as it came.
 */
function amended(facts: Facts, draft: Draft): Facts {
  const stays = ([name, value]: [string, unknown]) =>
    ![...BY_ITSELF, ...ASKED_HERE].includes(name) && (!(name in CONDITIONS) || value === false);
  const others = Object.fromEntries(Object.entries(facts).filter(stays)) as Facts;
  return { ...others, ...toHealthFacts(draft), ...toPlanFacts(draft) };
}

/** Who of the family is there, and nobody has asked whether there is a husband: then nobody can rule out that she is alone. */
export function isMarriageUnknown({ facts, relatives }: ElderDetail): boolean {
  return (facts as Facts).maritalStatus === undefined && !relatives.some(({ relation }) => relation === 'spouse');
}
