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

/** Call first: the numbers in the order of the plan, and a sentence to read out. Nothing is recorded by it. */
export function EmergencySheet({ open, card, onClose }: EmergencySheetProps) {
  const [called, setCalled] = useState<readonly string[]>([]);
  const { numbers } = card.emergency;
  const services = numbers.filter(({ call }) => call === 'emergency-services');
  const people = numbers.filter(({ call }) => call !== 'emergency-services');
  const call = async (number: string) => {
    if (await phoneCall(number)) setCalled((before) => [...before, number]);
  };
  return (
    <Sheet open={open} title="紧急求助" tone="danger" onClose={onClose} closeLabel="收起">
      <Words>先打电话，别的都可以后补</Words>
      <Box className="calls">
        {services.map((service) => (
          <Service key={service.label} service={service} called={called} onCall={call} />
        ))}
      </Box>
      <Banner icon="speak" title="照着说">
        {sentenceOf(card)}
      </Banner>
      {people.length > 0 && (
        <Card rows>
          {people.map((person) => (
            <Person key={person.label} person={person} called={called} onCall={call} />
          ))}
        </Card>
      )}
      <Words className="note">打完电话，接着回到刚才的地方，填的都还在</Words>
    </Sheet>
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
  const { number, label } = person;
  const done = number !== null && called.includes(number);
  return (
    <Row
      title={label}
      detail={number === null ? '没有登记电话' : done ? '打过了' : '家人'}
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
