import type { CSSProperties } from 'react';
import { Box } from '@/components';

const WIDTH = 120;
const HEIGHT = 34;
const MARGIN = 4;

/** In the drawing's own coordinates: the earliest at the left, better higher up; what never changed lies in the middle. */
export function placesOf(points: readonly number[]): { x: number; y: number }[] {
  const low = Math.min(...points);
  const span = Math.max(...points) - low;
  const step = points.length > 1 ? (WIDTH - 2 * MARGIN) / (points.length - 1) : 0;
  return points.map((point, index) => ({
    x: points.length > 1 ? MARGIN + index * step : WIDTH / 2,
    y: span === 0 ? HEIGHT / 2 : HEIGHT - MARGIN - ((point - low) / span) * (HEIGHT - 2 * MARGIN),
  }));
}

/** A small line with a dot for each visit. Decoration: the word beside it says the same. */
export function TrendLine({ points, colour }: { points: readonly number[]; colour: string }) {
  const places = placesOf(points);
  const path = places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const dots = places.map(({ x, y }) => `<circle cx='${x.toFixed(1)}' cy='${y.toFixed(1)}' r='3'/>`).join('');
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${WIDTH} ${HEIGHT}' fill='${colour}'>` +
    `<polyline points='${path}' fill='none' stroke='${colour}' stroke-width='2'/>${dots}</svg>`;
  const style: CSSProperties = { backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")` };
  return <Box className="trend__line" style={style} aria={{ hidden: true }} />;
}
