import type { ReactNode } from 'react';
import { classes } from './classes';
import { Box, Words } from './element';
import { Icon } from './Icon';
import type { IconName } from './icon-names';

export interface Step {
  /** done: green tick. now: blue, larger. later: grey number. worry, danger: what is left open. */
  state: 'done' | 'now' | 'later' | 'worry' | 'danger';
  title: string;
  detail?: ReactNode;
  /** Time or day, at the right. */
  aside?: string;
  /** Instead of the number. */
  icon?: IconName;
  /** A button under the words. */
  action?: ReactNode;
}

const spokenStates: Record<Step['state'], string> = {
  done: '已完成',
  now: '现在',
  later: '之后',
  worry: '要留心',
  danger: '危险',
};

/** What was done, what is on, what comes. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  return (
    <Box aria={{ role: 'list' }}>
      {steps.map((step, index) => (
        <Box key={index} className="step" aria={{ role: 'listitem' }}>
          <Box className="step__thread" aria={{ hidden: true }} />
          <Box
            className={classes('step__dot', step.state !== 'later' && `step__dot--${step.state}`)}
            aria={{ hidden: true }}
          >
            {step.icon || step.state === 'done' ? <Icon name={step.icon ?? 'check'} /> : index + 1}
          </Box>
          <Box className="step__words">
            <Box className="line line--apart line--top">
              <Words className={classes('step__title', step.state === 'now' && 'step__title--now')}>
                <Words className="spoken">{spokenStates[step.state]}：</Words>
                {step.title}
              </Words>
              {step.aside && <Words className="note num nowrap">{step.aside}</Words>}
            </Box>
            {step.detail && <Words className="note">{step.detail}</Words>}
            {step.action}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
