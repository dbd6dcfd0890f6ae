import type { ReplyOf } from '@/api';
import { Box, Icon, Words } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';

type Settled = ReplyOf<'get', '/api/parents/{id}'>['visits'][number]['settled'];

/** What became of that which a visit found: its sentence stays as it was said on that day. */
export function SettledLines({ settled }: { settled: Settled }) {
  const today = dayOf(now());
  return (
    <>
      {settled.map(({ about, how, done, at }) => (
        <Box key={`${about}${at}`} className="line line--top">
          <Icon name={done ? 'ok' : 'minus'} className={done ? 'is-done' : ''} />
          <Words className="num">
            {about}的事，{dayInWords(dayOf(at), today)}
            {how}
          </Words>
        </Box>
      ))}
    </>
  );
}
