import { useState } from 'react';
import { digest } from '@/platform/digest';
import { Box, Picture, Pressable, Words } from '../element';
import { Icon } from '../Icon';
import { FieldError } from './FieldFrame';
import type { Photo, Shot } from './photo';
import { PhotoSource } from './PhotoSource';

interface PhotoPickerProps {
  /** What the pictures show, e.g. 「燃气」; for those who hear instead of see. */
  label: string;
  photos: readonly Photo[];
  onChange: (photos: Photo[]) => void;
  max?: number;
  /** While there is no picture, a button like those beside it. */
  asButton?: boolean;
}

/** Pictures of things, not of people or papers. The same picture taken twice counts once. */
export function PhotoPicker({ label, photos, onChange, max = 9, asButton }: PhotoPickerProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const add = async (shots: Shot[]) => {
    setFailure(null);
    const named = await Promise.all(shots.map(async (shot) => ({ ...shot, sha256: await digest(shot.bytes) })));
    const fresh = named.filter(
      (photo, index) =>
        !photos.some((known) => known.sha256 === photo.sha256) &&
        named.findIndex((other) => other.sha256 === photo.sha256) === index,
    );
    onChange([...photos, ...fresh].slice(0, max));
  };
  const source = (
    <PhotoSource
      label={photos.length === 0 ? '拍一张' : '再拍'}
      room={max - photos.length}
      onShots={(shots) => void add(shots)}
      onFailure={setFailure}
      asButton={asButton && photos.length === 0}
    />
  );
  if (asButton && photos.length === 0)
    return (
      <Box>
        {source}
        <FieldError error={failure} />
      </Box>
    );
  return (
    <Box>
      <Box className="photos" aria={{ role: 'group', label: `${label}照片` }}>
        {photos.map((photo, index) => (
          <Box key={photo.sha256} className="photo">
            <Picture className="photo__image" src={photo.preview} alt={`${label}照片 ${index + 1}`} />
            <Pressable
              className="photo__remove"
              onPress={() => onChange(photos.filter((each) => each !== photo))}
              aria={{ label: `去掉${label}照片 ${index + 1}` }}
            >
              <Words className="photo__remove-mark">
                <Icon name="x" />
              </Words>
            </Pressable>
          </Box>
        ))}
        {photos.length < max && source}
      </Box>
      <FieldError error={failure} />
    </Box>
  );
}
