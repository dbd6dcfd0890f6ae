import { useState } from 'react';
import { Banner, Box, Button, Card, classes, Icon, Pressable, Row, Sheet, Words } from '@/components';
import { phoneCall } from '@/platform';
import type { DoorCard } from '../visit/draft';

type EmergencyNumber = DoorCard['emergency']['numbers'][number];

interface EmergencySheetProps {
  open: boolean;
  card: DoorCard;
  onClose: () => void;
}

/**
 * Call first: whom to call in the order of the plan, and a sentence to read out. 北京 names the first contact first; the others
 * of the family wait below, so that no list of theirs pushes 120 off the screen. Nothing is recorded by it.
 */
export function EmergencySheet({ open, card, onClose }: EmergencySheetProps) {
  const [called, setCalled] = useState<readonly string[]>([]);
  const { first, services, then } = inTurn(card.emergency.numbers);
  const call = async (number: string) => {
    if (await phoneCall(number)) setCalled((before) => [...before, number]);
  };
  return (
    <Sheet open={open} title="紧急求助" tone="danger" onClose={onClose} closeLabel="收起">
      <Words>先打电话，别的都可以后补</Words>
      <People people={first} called={called} onCall={call} />
      <Box className="calls">
        {services.map((service) => (
          <Service key={service.label} service={service} called={called} onCall={call} />
        ))}
      </Box>
      <Banner icon="speak" title="照着说">
        {sentenceOf(card)}
      </Banner>
      <People people={then} called={called} onCall={call} />
      <Words className="note">打完电话，接着回到刚才的地方，填的都还在</Words>
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

function People({ people, called, onCall }: CallProps & { people: readonly EmergencyNumber[] }) {
  if (people.length === 0) return null;
  return (
    <Card rows>
      {people.map((person, place) => (
        <Person key={place} person={person} called={called} onCall={onCall} />
      ))}
    </Card>
  );
}

interface CallProps {
  called: readonly string[];
  onCall: (number: string) => Promise<void>;
}

/** Until somebody has called, every number is solid; then the one that was called. */
function Service({ service, called, onCall }: CallProps & { service: EmergencyNumber }) {
  const { number, label } = service;
  if (number === null) return null;
  const done = called.includes(number);
  return (
    <Pressable
      className={classes('call', called.length > 0 && !done && 'call--other')}
      onPress={() => void onCall(number)}
      aria={{ label: `打 ${number}，${label}${done ? '，已经打过' : ''}` }}
    >
      <Words className="call__number num">{number}</Words>
      <Words className="call__what">
        {done && <Icon name="check" />} {done ? '打过了' : label}
      </Words>
    </Pressable>
  );
}

function Person({ person, called, onCall }: CallProps & { person: EmergencyNumber }) {
  const { call, number, label } = person;
  const done = number !== null && called.includes(number);
  return (
    <Row
      title={label}
      detail={number === null ? '没有登记电话' : done ? '打过了' : call === 'first-contact' ? '第一联系人' : '家人'}
      trail={
        number !== null && (
          <Button tone="line" small icon="phone" label={`给${label}打电话`} onPress={() => onCall(number)}>
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
