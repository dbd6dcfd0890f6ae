import { Box, Words } from './element';

interface SkeletonProps {
  /** How many cards stand there until the content comes. */
  cards?: number;
  /** With a round place for an avatar. */
  avatar?: boolean;
  /** After five seconds a sentence is added. */
  slow?: boolean;
}

/** The content's shape while it is fetched. */
export function Skeleton({ cards = 3, avatar = true, slow }: SkeletonProps) {
  return (
    <Box className="skeleton" aria={{ busy: true }}>
      <Words className="spoken" aria={{ live: 'polite' }}>
        正在打开
      </Words>
      {Array.from({ length: cards }, (_, index) => (
        <Box key={index} className="skeleton__card" aria={{ hidden: true }}>
          {avatar && <Box className="skeleton__round" />}
          <Box className="grow">
            <Box className="skeleton__bar" style={{ width: '50%' }} />
            <Box className="skeleton__bar" style={{ width: '85%' }} />
          </Box>
        </Box>
      ))}
      {slow && (
        <Box className="note center" aria={{ live: 'polite' }}>
          网有点慢，再等等
        </Box>
      )}
    </Box>
  );
}
