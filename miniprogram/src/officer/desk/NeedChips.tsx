import { SEVERITIES } from '@tanfang/shared';
import { Chip } from '@/components';
import { now } from '@/platform';
import { lateInWords, type OfficerNeed } from './need-words';

/** How pressing it is; nothing where it is ordinary. */
export function SeverityChip({ severity }: { severity: OfficerNeed['severity'] }) {
  if (severity === 'life-danger') return <Chip meaning="danger">{SEVERITIES[severity]}</Chip>;
  return severity === 'urgent' ? <Chip meaning="worry">{SEVERITIES[severity]}</Chip> : null;
}

/** Past its clock; nothing otherwise. */
export function LateChip({ need }: { need: OfficerNeed }) {
  const words = lateInWords(need, now());
  return words ? (
    <Chip meaning="worry" icon="clock">
      {words}
    </Chip>
  ) : null;
}
