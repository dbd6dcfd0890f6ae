import { Box, Card, PhotoStrip, Row, SectionTitle, Words } from '@/components';
import { dayOf, now, whenInWords } from '@/platform';
import { SeverityChip } from '../desk/NeedChips';
import type { OfficerNeedDetail } from '../desk/need-words';

/** What was seen, visit by visit, the latest first. */
export function Evidence({ need }: { need: OfficerNeedDetail }) {
  const today = dayOf(now());
  return (
    <>
      <SectionTitle aside={`${need.evidence.length} 次${isUnseen(need) ? '没见到' : '看到'}`}>
        {isUnseen(need) ? '去找过几次' : '看到了什么'}
      </SectionTitle>
      <Card>
        <Box className="stack">
          <Words>{need.plain}。</Words>
          <PhotoStrip urls={need.photos} nameOf={(index) => `照片 ${index + 1}`} />
          <Box>
            {need.evidence.map((item) => (
              <Row
                key={`${item.visitId}${item.title}`}
                title={item.title}
                aside={whenInWords(item.seenAt, today)}
                chips={<SeverityChip severity={item.severity} />}
                detail={wordsOf(need, item)}
              />
            ))}
          </Box>
          {need.advice.length > 0 && <Words className="note">当场建议：{need.advice.join('；')}</Words>}
        </Box>
      </Card>
    </>
  );
}

const isUnseen = ({ matter }: OfficerNeedDetail): boolean => matter === 'no-answer';

function wordsOf(need: OfficerNeedDetail, { visitorName, words }: OfficerNeedDetail['evidence'][number]): string {
  if (isUnseen(need)) return words ? `${visitorName}试过：${words}` : `${visitorName}去过`;
  if (need.matter === 'emergency' && words) return `${visitorName}记下：${words}`;
  return words ? `${visitorName}写：“${words}”` : `${visitorName}去看的`;
}
