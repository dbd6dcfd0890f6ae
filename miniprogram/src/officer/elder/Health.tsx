import { useState } from 'react';
import { api } from '@/api';
import { Box, Button, Row, Sheet, Words } from '@/components';
import { useAttempt } from '@/state';
import type { ElderDetail } from '../desk/elder-words';
import { Failure } from '../desk/Failure';
import { CONDITIONS, healthOf, toHealthFacts, type Facts, type HealthDraft } from '../register/health-draft';
import { HealthQuestions } from '../register/HealthFields';

interface HealthProps {
  elder: ElderDetail;
  onChanged: () => Promise<void>;
}

/** What was not clear when the elder was registered, or has changed since: the plan answers anew at once. */
export function Health({ elder, onChanged }: HealthProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Row title="补充、改情况" detail="婚姻、能力评估、残疾证、救助" onPress={() => setOpen(true)} />
      {open && <HealthSheet elder={elder} onClose={() => setOpen(false)} onChanged={onChanged} />}
    </>
  );
}

function HealthSheet({ elder, onClose, onChanged }: HealthProps & { onClose: () => void }) {
  const [draft, setDraft] = useState<HealthDraft>(() => healthOf(factsOf(elder)));
  const { failure, run } = useAttempt();
  const save = async () => {
    const body = { version: elder.version, facts: amended(factsOf(elder), draft) };
    if (!(await run(body, () => api.patch('/api/elders/{id}', { path: { id: elder.id }, body })))) return;
    onClose();
    await onChanged();
  };
  return (
    <Sheet open title={`${elder.name}的情况`} onClose={onClose}>
      <HealthQuestions draft={draft} set={setDraft} errors={{}} />
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
const ASKED_HERE = ['maritalStatus', 'ability', 'disability', 'onlyChild', 'assistance'];

/** The facts are replaced as a whole: what is not asked here stays, and so does a “no” that somebody has found out. */
function amended(facts: Facts, draft: HealthDraft): Facts {
  const stays = ([name, value]: [string, unknown]) =>
    ![...BY_ITSELF, ...ASKED_HERE].includes(name) && (!(name in CONDITIONS) || value === false);
  return { ...(Object.fromEntries(Object.entries(facts).filter(stays)) as Facts), ...toHealthFacts(draft) };
}

/** Who of the family is there, and nobody has asked whether there is a husband: then nobody can rule out that she is alone. */
export function isMarriageUnknown({ facts, relatives }: ElderDetail): boolean {
  return (facts as Facts).maritalStatus === undefined && !relatives.some(({ relation }) => relation === 'spouse');
}
