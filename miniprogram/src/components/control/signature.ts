import type { Photo } from './photo';

export interface SignaturePadProps {
  /** Whose name is expected, e.g. 「请李秀兰在这里签名」. */
  label: string;
  /** The drawing after every stroke; null once it was wiped. */
  onChange: (drawing: Photo | null) => void;
  /** Changing it wipes the pad: 重写. */
  wipe?: number;
}

export interface Point {
  x: number;
  y: number;
}

/** The part of a canvas context both platforms have. */
export type Ink = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'stroke' | 'arc' | 'fill' | 'scale'
> & { lineWidth: number; lineCap: CanvasLineCap; lineJoin: CanvasLineJoin; strokeStyle: unknown; fillStyle: unknown };

const WIDTH = 5;
const INK = '#2B241D';

/** Sets up a context for drawing in CSS pixels on a canvas that is `ratio` times as fine. */
export function prepareInk(ink: Ink, ratio: number): void {
  ink.scale(ratio, ratio);
  ink.lineWidth = WIDTH;
  ink.lineCap = 'round';
  ink.lineJoin = 'round';
  ink.strokeStyle = INK;
  ink.fillStyle = INK;
}

/** Draws the newest piece of a stroke: from the middle of the last pair of points to the middle of this one. */
export function drawPiece(ink: Ink, points: readonly Point[]): void {
  const [a, b, c] = points.slice(-3);
  ink.beginPath();
  if (a && b && c) {
    ink.moveTo((a.x + b.x) / 2, (a.y + b.y) / 2);
    ink.quadraticCurveTo(b.x, b.y, (b.x + c.x) / 2, (b.y + c.y) / 2);
    ink.stroke();
  } else if (a && b) {
    ink.moveTo(a.x, a.y);
    ink.lineTo((a.x + b.x) / 2, (a.y + b.y) / 2);
    ink.stroke();
  } else if (a) {
    // A tap alone is a dot: some sign with a mark.
    ink.arc(a.x, a.y, WIDTH / 2, 0, Math.PI * 2);
    ink.fill();
  }
}
