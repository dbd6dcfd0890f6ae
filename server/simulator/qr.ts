import { create } from 'qrcode';
import sharp from 'sharp';

/** Light modules around the code, so that a camera finds it. */
const MARGIN = 2;

/** A QR code as PNG, `width` pixels wide and high. */
export async function qrPng(text: string, width: number): Promise<Buffer> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * MARGIN;
  const pixels = Buffer.alloc(side * side, 255);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) pixels[(row + MARGIN) * side + column + MARGIN] = 0;
    }
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .resize(width, width, { kernel: 'nearest' })
    .png()
    .toBuffer();
}
