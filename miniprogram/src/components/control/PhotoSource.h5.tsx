import type { ChangeEvent } from 'react';
import { Icon } from '../Icon';
import { LARGEST_BYTES, LONGEST_SIDE, PHOTO_BUTTON, PHOTO_PLACE, type PhotoSourceProps, type Shot } from './photo';

/** A native file input that opens the camera on phones and a file window on a PC. */
export function PhotoSource({ label, onShots, onFailure, room, asButton }: PhotoSourceProps) {
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const files = [...(input.files ?? [])].slice(0, room);
    // Emptied at once, so that the same picture can be chosen again after it was removed.
    try {
      const shots = await Promise.all(files.map(shotOf));
      if (shots.length > 0) onShots(shots);
    } catch {
      onFailure('这张照片打不开，请换一张');
    } finally {
      input.value = '';
    }
  };
  return (
    <label className={asButton ? PHOTO_BUTTON : PHOTO_PLACE}>
      <input
        className="photo__file"
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={label}
        onChange={(event) => void take(event)}
      />
      <Icon name="camera" />
      <span aria-hidden="true">{label}</span>
    </label>
  );
}

/** Drawn anew at a sensible size, upright, and without what the camera wrote into it (place, time, phone). */
async function shotOf(file: File): Promise<Shot> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!blob || blob.size > LARGEST_BYTES) throw new Error('no picture');
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'image/jpeg', preview: URL.createObjectURL(blob) };
}
