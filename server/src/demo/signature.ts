import sharp from 'sharp';

/** A drawn signature, as a pad on a phone would hand it in: a mark of three strokes. */
export async function drawnMark(): Promise<Buffer> {
  const strokes = 'M20 90 C60 10 90 110 130 50 S200 20 230 80 M150 95 L260 60 M270 40 q20 40 -10 60';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><rect width="300" height="120" fill="#fff"/><path d="${strokes}" fill="none" stroke="#2B241D" stroke-width="6" stroke-linecap="round"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
