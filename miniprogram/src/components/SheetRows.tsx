import type { ReplyOf } from '@/api';
import { dayInWords, dayOf, link, now } from '@/platform';
import { Card } from './Card';
import { Chip } from './Chip';
import { Row } from './Row';

type Sheets = ReplyOf<'get', '/api/elders/{id}/sheets'>;

interface SheetRowsProps {
  elderId: string;
  sheets: Sheets;
  /** The earlier ones too. */
  all?: boolean;
}

/** The plan's forms beside the visit record: filled, with the day and by whom, or still to be filled. */
export function SheetRows({ elderId, sheets: { forms, items }, all }: SheetRowsProps) {
  const missing = forms.filter(({ kind, mayRecord }) => mayRecord && !items.some((item) => item.kind === kind));
  const latest = forms.flatMap(({ kind }) => items.find((item) => item.kind === kind) ?? []);
  const shown = all ? items : latest;
  return (
    <Card rows>
      {missing.map(({ kind, title }) => (
        <Row
          key={kind}
          to={link('/visitor/sheet-fill/index', { elderId, kind })}
          title={title}
          chips={<Chip meaning="worry">还没填过</Chip>}
          detail="名册里有的不用再填，几分钟"
        />
      ))}
      {shown.map(({ id, title, recordedAt, recorder, ordinal }) => (
        <Row
          key={id}
          to={link('/visitor/sheet/index', { id })}
          title={title}
          detail={`${dayInWords(dayOf(recordedAt), dayOf(now()))}，${recorder.name}填的${ordinal > 1 ? `，第 ${ordinal} 份` : ''}`}
        />
      ))}
    </Card>
  );
}
