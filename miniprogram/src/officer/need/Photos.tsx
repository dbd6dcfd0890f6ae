import { useState } from 'react';
import { Box, Button, Picture, Pressable, Sheet, Words } from '@/components';
import { assetUrl } from '@/platform';

/** The pictures of the latest visit about it. Their links work for ten minutes. */
export function Photos({ urls }: { urls: readonly string[] }) {
  const [large, setLarge] = useState<number | null>(null);
  const [lost, setLost] = useState<readonly string[]>([]);
  const shown = urls.filter((url) => !lost.includes(url));
  if (urls.length === 0) return null;
  return (
    <Box className="stack stack--tight">
      <Box className="photo-grid">
        {shown.map((url, index) => (
          <Pressable
            key={url}
            className="photo-grid__item"
            onPress={() => setLarge(index)}
            aria={{ label: `放大照片 ${index + 1}` }}
          >
            <Picture
              className="photo-grid__image"
              src={assetUrl(url)}
              alt=""
              onLost={() => setLost((before) => [...before, url])}
            />
          </Pressable>
        ))}
      </Box>
      {lost.length > 0 && <Words className="note">有照片没打开，退出再进来看</Words>}
      <Sheet open={large !== null} title={`照片 ${(large ?? 0) + 1}`} onClose={() => setLarge(null)}>
        {large !== null && shown[large] && (
          <Picture className="photo-large" src={assetUrl(shown[large])} alt={`探访时拍的照片 ${large + 1}`} />
        )}
        <Button tone="line" onPress={() => setLarge(null)}>
          看好了
        </Button>
      </Sheet>
    </Box>
  );
}
