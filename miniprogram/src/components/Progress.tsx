import { classes } from './classes';
import { Box, Words } from './element';

interface ProgressProps {
  /** 「第 3 段，共 6 段」 */
  title: string;
  /** 「已答 4 / 11」 */
  aside: string;
  /** For each part how much of it is done, 0 to 1. */
  parts: readonly number[];
  /** The part somebody is in. */
  current?: number;
}

/** How far it is, in parts and in words. One part makes a plain bar (uploads). */
export function Progress({ title, aside, parts, current }: ProgressProps) {
  const total = parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length);
  return (
    <Box
      aria={{
        role: 'progressbar',
        label: title,
        valuenow: Math.round(total * 100),
        valuemax: 100,
        valuetext: `${title}，${aside}`,
      }}
    >
      <Box className="line line--apart">
        <Words className="strong">{title}</Words>
        <Words className="note num">{aside}</Words>
      </Box>
      <Box className="progress">
        {parts.map((part, index) => (
          <Box key={index} className="progress__part">
            <Box
              className={classes('progress__fill', index === current && 'progress__fill--now')}
              style={{ width: `${Math.round(Math.min(1, Math.max(0, part)) * 100)}%` }}
            />
          </Box>
        ))}
      </Box>
    </Box>
  );
}
