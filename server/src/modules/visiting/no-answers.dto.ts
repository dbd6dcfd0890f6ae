import { ApiProperty } from '@nestjs/swagger';

import { Instant, ListOf, OneOf, Text, UlidField } from '../../platform/http';
import {
  NO_ANSWER_OUTCOMES,
  TRIES,
  WHEREABOUTS,
  type NoAnswerOutcome,
  type Try,
  type Whereabouts,
} from './no-answers.entities';

export class TryMade {
  @OneOf(TRIES, { label: '怎么找的' })
  kind!: Try['kind'];

  @Instant({ label: '找的时间' })
  at!: number;
}

export class NewNoAnswer {
  @UlidField({ label: '编号' })
  id!: string;

  @UlidField({ label: '老人编号' })
  elderId!: string;

  @ListOf(() => TryMade, { label: '找过几次', max: 20 })
  tries!: TryMade[];

  @OneOf(NO_ANSWER_OUTCOMES, { label: '结果' })
  outcome!: NoAnswerOutcome;

  /** With `known` only. */
  @OneOf(WHEREABOUTS, { label: '去哪儿了', optional: true })
  whereabouts?: Whereabouts;

  @Text({ label: '说明', max: 200, optional: true })
  words?: string;

  @Instant({ label: '离开的时间' })
  at!: number;
}

export class NoAnswerReceived {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  receivedAt!: number;
}
