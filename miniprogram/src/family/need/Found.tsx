import { Banner, Box, Card, PhotoStrip, Words } from '@/components';
import { dayOf, now, whenInWords } from '@/platform';
import type { FamilyNeed } from './family-need';

/** What was seen, by whom, and what was done about it on the spot. Once it is closed, nothing of it asks anybody. */
export function Found({ need }: { need: FamilyNeed }) {
  const seen = `${need.visitorName} ${whenInWords(need.seenAt, dayOf(now()))} 看到的`;
  const isClosed = need.status === 'closed';
  return (
    <Card>
      <Box className={need.photos.length > 0 ? 'found' : 'stack'}>
        <PhotoStrip urls={need.photos} nameOf={(index) => `${need.visitorName}拍的照片 ${index + 1}`} />
        <Box className="stack stack--tight">
          {!isClosed && <Words>{need.plain}。</Words>}
          {need.words && <Words className="strong">“{need.words}”</Words>}
          <Words className="note num">{seen}</Words>
        </Box>
      </Box>
      {need.safeNow && !isClosed && (
        <Box className="found__safe">
          <Banner icon="shield" title={need.safeNow} />
        </Box>
      )}
    </Card>
  );
}
