import { useState } from 'react';
import { assetUrl } from '@/platform/asset';
import { previewPictures } from '@/platform/preview';
import { Button } from './control/Button';
import { Sheet } from './control/Sheet';
import { Box, Picture, Pressable, Words } from './element';

interface PhotoStripProps {
  /** Short-lived links of the service. */
  urls: readonly string[];
  /** What a picture is, for those who hear instead of see. */
  nameOf: (index: number) => string;
}

/** Small pictures that open large on a tap. One whose link has run out is left out, and it says so. */
export function PhotoStrip({ urls, nameOf }: PhotoStripProps) {
  const [large, setLarge] = useState<number | null>(null);
  const [lost, setLost] = useState<readonly string[]>([]);
  if (urls.length === 0) return null;
  const open = (index: number) => {
    if (!previewPictures(urls.map(assetUrl), index)) setLarge(index);
  };
  const shown = large === null ? undefined : urls[large];
  return (
    <Box className="thumbs">
      {urls.map((url, index) =>
        lost.includes(url) ? null : (
          <Pressable key={url} className="thumb" onPress={() => open(index)} aria={{ label: `放大${nameOf(index)}` }}>
            <Picture
              className="thumb__image"
              src={assetUrl(url)}
              alt=""
              onLost={() => setLost((before) => [...before, url])}
            />
          </Pressable>
        ),
      )}
      {lost.length > 0 && <Words className="note">有照片没打开，退出再进来看</Words>}
      <Sheet open={shown !== undefined} title={nameOf(large ?? 0)} onClose={() => setLarge(null)}>
        {shown && <Picture className="thumb__large" src={assetUrl(shown)} alt={nameOf(large ?? 0)} />}
        <Button tone="line" onPress={() => setLarge(null)}>
          看好了
        </Button>
      </Sheet>
    </Box>
  );
}
