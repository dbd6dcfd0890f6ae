import { Problem } from '../problems/problem';

const LONGEST_EDGE_PX = 2048;

export interface CleanImage {
  bytes: Buffer;
  mediaType: 'image/jpeg' | 'image/png';
}

/**
 * Decodes and encodes the picture anew, which drops EXIF with the place and the phone, turns it upright and bounds its
 * size. PNG stays PNG (signatures), everything else becomes JPEG.
 * @throws Problem `file.not-image`
 */
export async function cleanImage(bytes: Buffer): Promise<CleanImage> {
  // Loaded at the first photo: the library would add to every process's memory from the start.
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: 60_000_000 });
    const { format } = await image.metadata();
    const sized = image.rotate().resize({
      width: LONGEST_EDGE_PX,
      height: LONGEST_EDGE_PX,
      fit: 'inside',
      withoutEnlargement: true,
    });
    if (format === 'png') return { bytes: await sized.png().toBuffer(), mediaType: 'image/png' };
    return { bytes: await sized.jpeg({ quality: 82 }).toBuffer(), mediaType: 'image/jpeg' };
  } catch (error) {
    throw Object.assign(new Problem('file.not-image'), { cause: error });
  }
}
