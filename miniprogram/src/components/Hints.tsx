import { Mark } from './Avatar';
import type { IconName } from './icon-names';
import { Row } from './Row';

export interface Hint {
  icon: string;
  title: string;
  detail: string;
}

const icons: Partial<Record<string, IconName>> = {
  hearing: 'ear',
  walking: 'walk',
  sight: 'glasses',
  speech: 'speak',
  memory: 'mind',
  door: 'door',
  dog: 'dog',
  language: 'message',
  time: 'clock',
};

/** What helps at this door, as rows. */
export function Hints({ hints }: { hints: readonly Hint[] }) {
  return (
    <>
      {hints.map(({ icon, title, detail }) => (
        <Row key={title} lead={<Mark icon={icons[icon] ?? 'info'} look="sun" />} title={title} detail={detail} />
      ))}
    </>
  );
}
