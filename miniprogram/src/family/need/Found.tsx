import { useState } from 'react';
import { Banner, Box, Button, Card, Picture, Pressable, Sheet, Words } from '@/components';
import { assetUrl, dayOf, now, whenInWords } from '@/platform';
import type { FamilyNeed } from './family-need';

/** What was seen, by whom, and what was done about it on the spot. */
export function Found({ need }: { need: FamilyNeed }) {
  const seen = `${need.visitorName} ${whenInWords(need.seenAt, dayOf(now()))} 看到的`;
  return (
    <Card>
      <Box className={need.photos.length > 0 ? 'found' : 'stack'}>
        <Photos urls={need.photos} taker={need.visitorName} />
        <Box className="stack stack--tight">
          <Words>{need.plain}。</Words>
          {need.words && <Words className="strong">“{need.words}”</Words>}
          <Words className="note num">{seen}</Words>
        </Box>
      </Box>
      {need.safeNow && (
        <Box className="found__safe">
          <Banner icon="shield" title={need.safeNow}>
            {null}
          </Banner>
        </Box>
      )}
    </Card>
  );
}

function Photos({ urls, taker }: { urls: readonly string[]; taker: string }) {
  const [large, setLarge] = useState<number | null>(null);
  const [lost, setLost] = useState<readonly string[]>([]);
  const shown = urls.filter((url) => !lost.includes(url));
  if (urls.length === 0) return null;
  const name = (index: number) => `${taker}拍的照片 ${index + 1}`;
  return (
    <Box className="found__photos">
      {shown.map((url, index) => (
        <Pressable
          key={url}
          className="found__photo"
          onPress={() => setLarge(index)}
          aria={{ label: `放大${name(index)}` }}
        >
          <Picture
            className="found__image"
            src={assetUrl(url)}
            alt=""
            onLost={() => setLost((before) => [...before, url])}
          />
        </Pressable>
      ))}
      {lost.length > 0 && <Words className="note">照片没打开，退出再进来看</Words>}
      <Sheet open={large !== null} title={name(large ?? 0)} onClose={() => setLarge(null)}>
        {large !== null && shown[large] && (
          <Picture className="found__large" src={assetUrl(shown[large])} alt={name(large)} />
        )}
        <Button tone="line" onPress={() => setLarge(null)}>
          看好了
        </Button>
      </Sheet>
    </Box>
  );
}
