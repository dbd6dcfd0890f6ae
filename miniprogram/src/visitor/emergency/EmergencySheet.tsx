import { useState } from 'react';
import { Banner, Box, Button, Card, Icon, Pressable, Row, Sheet, Words } from '@/components';
import { go, link, phoneCall } from '@/platform';
import { useMe } from '@/state';
import type { DoorCard } from '../visit/draft';
import { useCalls, wasCalled, type Call, type EmergencyNumber } from './calls';
import { RecordSheet } from './RecordSheet';
import { RecordedSheet } from './RecordedSheet';

interface EmergencySheetProps {
  open: boolean;
  card: DoorCard;
  onClose: () => void;
}

/**
 * Call first: whom to call in the order of the plan, and a sentence to read out. 北京 names the first contact first; the others
 * of the family wait below, so that no list of theirs pushes 120 off the screen. Afterwards what happened is written
 * down (辽宁 二（四）, 黑龙江 五（二）1).
 */
export function EmergencySheet({ open, card, onClose }: EmergencySheetProps) {
  const { calls, add, writtenDown } = useCalls(useMe().account.id, card.elder.id, open);
  const [step, setStep] = useState<'calling' | 'writing' | { told: string; office: string }>('calling');
  const { first, services, then } = inTurn(card.emergency.numbers);
  const call = async (to: EmergencyNumber) => {
    if (to.number !== null && (await phoneCall(to.number))) add(to);
  };
  const close = () => {
    setStep('calling');
    onClose();
  };
  if (!open) return null;
  if (typeof step === 'object') return <RecordedSheet id={step.told} office={step.office} onClose={close} />;
  if (step === 'writing')
    return (
      <RecordSheet
        card={card}
        calls={calls}
        onBack={() => setStep('calling')}
        onRecorded={writtenDown}
        onTold={(told, office) => setStep({ told, office })}
      />
    );
  return (
    <Sheet open title="紧急求助" tone="danger" onClose={close} closeLabel="收起">
      <Words>先打电话，别的都可以后补</Words>
      <People people={first} elderId={card.elder.id} calls={calls} onCall={call} />
      <Box className="calls">
        {services.map((service) => (
          <Service key={service.label} service={service} calls={calls} onCall={call} />
        ))}
      </Box>
      <Banner icon="speak" title="照着说">
        {sentenceOf(card)}
      </Banner>
      <People people={then} elderId={card.elder.id} calls={calls} onCall={call} />
      <Button tone={calls.length > 0 ? 'main' : 'line'} wide icon="pen" onPress={() => setStep('writing')}>
        记下经过
      </Button>
      <Words className="note">打完电话，记下经过，社区马上接着办；填到一半的探访都还在</Words>
    </Sheet>
  );
}

/** Of those whom a plan names before 120, the first who has a telephone stands above it. */
function inTurn(numbers: readonly EmergencyNumber[]) {
  const services = numbers.filter(({ call }) => call === 'emergency-services');
  const people = numbers.filter(({ call }) => call !== 'emergency-services');
  const before = numbers.slice(
    0,
    numbers.findIndex(({ call }) => call === 'emergency-services'),
  );
  const first = before.find(({ number }) => number !== null);
  return { first: first ? [first] : [], services, then: people.filter((person) => person !== first) };
}

interface PeopleProps extends CallProps {
  people: readonly EmergencyNumber[];
  elderId: string;
}

function People({ people, elderId, calls, onCall }: PeopleProps) {
  if (people.length === 0) return null;
  return (
    <Card rows>
      {people.map((person, place) => (
        <Person key={place} person={person} elderId={elderId} calls={calls} onCall={onCall} />
      ))}
    </Card>
  );
}

interface CallProps {
  calls: readonly Call[];
  onCall: (to: EmergencyNumber) => Promise<void>;
}

/** Whomever one has called, every number stays as solid as it was. */
function Service({ service, calls, onCall }: CallProps & { service: EmergencyNumber }) {
  const { number, label } = service;
  if (number === null) return null;
  const done = wasCalled(calls, service);
  return (
    <Pressable
      className="call"
      onPress={() => void onCall(service)}
      aria={{ label: `打 ${number}，${done ? '打过了，' : ''}${label}` }}
    >
      <Words className="call__number num">{number}</Words>
      <Words className="call__what">
        {done && <Icon name="check" />} {done ? '打过了' : label}
      </Words>
    </Pressable>
  );
}

/** Whoever does not visit the elder looks the number up in the file, where a reason is asked for. */
function InTheFile({ label, elderId }: { label: string; elderId: string }) {
  return (
    <Button
      tone="line"
      small
      icon="eye"
      label={`到档案里看${label}的电话`}
      onPress={() => go(link('/officer/elder/index', { id: elderId }))}
    >
      看号码
    </Button>
  );
}

function Person({ person, elderId, calls, onCall }: CallProps & { person: EmergencyNumber; elderId: string }) {
  const { call, number, label, masked } = person;
  if (masked) return <Row title={label} detail={masked.phone} trail={<InTheFile label={label} elderId={elderId} />} />;
  const done = wasCalled(calls, person);
  return (
    <Row
      title={label}
      detail={number === null ? '没有登记电话' : done ? '打过了' : call === 'first-contact' ? '第一联系人' : '家人'}
      trail={
        number !== null && (
          <Button
            tone="line"
            small
            icon="phone"
            label={done ? `再打给${label}` : `给${label}打电话`}
            onPress={() => onCall(person)}
          >
            {done ? '再打' : '打电话'}
          </Button>
        )
      }
    />
  );
}

/** What whoever answers needs first: where, and who. */
function sentenceOf({ emergency, elder }: DoorCard): string {
  const who = `${elder.age} 岁${elder.sex ? `${elder.sex}性` : '老人'}`;
  const alone = elder.livesAlone ? '，一个人住' : '';
  return `${emergency.address}，${who}${alone}。再说出了什么事，听对方说完再挂`;
}
