import { useEffect, useRef, useState } from 'react';
import { Banner, Box, Button, Progress } from '@/components';
import { failureInWords } from '@/platform';
import { Failure } from '../desk/Failure';
import { effectsInWords, weigh, type Effects, type Proposal } from './effects';

interface Weighing {
  /** Null: what is proposed is not complete. */
  proposal: Proposal | null;
  effects: Effects | null;
  failure: string | null;
  start: () => Promise<void>;
}

/** Counts for whom a proposal would change something. Another proposal, or leaving the page, ends the count. */
export function useWeighing(proposal: Proposal | null): Weighing {
  const [effects, setEffects] = useState<Effects | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const turn = useRef(0);
  const key = JSON.stringify(proposal);
  useEffect(() => {
    setEffects(null);
    setFailure(null);
    return () => {
      turn.current += 1;
    };
  }, [key]);
  const start = async () => {
    if (!proposal) return;
    const mine = (turn.current += 1);
    setEffects(null);
    setFailure(null);
    try {
      await weigh(proposal, (soFar) => {
        if (mine !== turn.current) return false;
        setEffects(soFar);
        return true;
      });
    } catch (error) {
      if (mine === turn.current) setFailure(failureInWords(error));
    }
  };
  return { proposal, effects, failure, start };
}

/** The count: asked for, under way, or done. */
export function AffectedElders({ weighing }: { weighing: Weighing }) {
  const { proposal, effects, failure, start } = weighing;
  return (
    <Box className="stack stack--tight">
      {effects && !effects.done && (
        <Progress
          title="正在一位一位地算"
          aside={`${effects.looked} / ${effects.total} 位`}
          parts={[effects.looked / Math.max(1, effects.total)]}
        />
      )}
      <Box aria={{ live: 'polite' }}>
        {effects?.done && (
          <Banner {...(effects.leaving > 0 ? { meaning: 'worry' as const } : {})} title={effectsInWords(effects)}>
            全区在册 {effects.looked} 位，都按那天算过了。已经开始的这一期照旧
          </Banner>
        )}
      </Box>
      <Failure sentence={failure} />
      {!effects?.done && (
        <Button
          tone="line"
          icon="users"
          busyText="正在算"
          blocked={proposal === null && '先选好上面两项'}
          onPress={start}
        >
          算一算会影响谁
        </Button>
      )}
    </Box>
  );
}
