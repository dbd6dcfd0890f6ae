import { EMERGENCY_KINDS, EMERGENCY_OUTCOMES } from '@tanfang/shared';
import { api, type ReplyOf } from '@/api';
import { Box, Card, Row, SectionTitle } from '@/components';
import { clockTime, dayOf, now, whenInWords } from '@/platform';
import { useResource } from '@/state';

type Emergency = ReplyOf<'get', '/api/elders/{id}/emergencies'>['items'][number];

/** 处置情况记录: what was done when life was in danger, as it was written down. */
export function Emergencies({ elderId }: { elderId: string }) {
  const { data } = useResource(() => api.get('/api/elders/{id}/emergencies', { path: { id: elderId } }), elderId);
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <SectionTitle>紧急求助的处置记录</SectionTitle>
      <Card rows>
        {data.items.map((item) => (
          <Row
            key={item.id}
            title={`${EMERGENCY_KINDS[item.what]}，${EMERGENCY_OUTCOMES[item.outcome]}`}
            aside={whenInWords(item.happenedAt, dayOf(now()))}
            detail={
              <>
                <Box>
                  {item.visitorName}记下：{calledInWords(item)}
                </Box>
                {item.words && <Box>“{item.words}”</Box>}
              </>
            }
          />
        ))}
      </Card>
    </>
  );
}

/** 10:11 打 120，10:13 打给女儿 王静 */
function calledInWords({ calls }: Emergency): string {
  if (calls.length === 0) return '没有打电话';
  return calls
    .map(({ who, name, at }) => `${clockTime(at)} 打${who === 'family' ? `给${name ?? '家人'}` : ` ${who}`}`)
    .join('，');
}
