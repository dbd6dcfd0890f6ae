import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Finding } from '@tanfang/shared';

import { wallTime } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Visiting, type NoAnswerView } from '../visiting';
import { Raising } from './raising.service';
import { NO_ANSWER } from './seen-after-all.service';

/**
 * 没人开门: whoever could not be seen becomes the community's to look for, at once where nobody knows anything. No message
 * goes to the family by itself: what is behind that door is told by a person.
 */
@Injectable()
export class NoAnswers implements OnModuleInit {
  constructor(
    private readonly raising: Raising,
    private readonly visiting: Visiting,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.on('no-answer.recorded', {
      kind: 'transactional',
      name: 'care.look-for-elder',
      run: (tx, { noAnswerId }) => this.raise(tx, noAnswerId),
    });
  }

  /** Running it again changes nothing. */
  private async raise(tx: TxCtx, noAnswerId: string): Promise<void> {
    const noAnswer = await this.visiting.noAnswer(tx, noAnswerId);
    const { id, elderId, visitorId: by, at, receivedAt: knownAt } = noAnswer;
    // It lay on a phone without a network, and meanwhile the elder has been seen.
    if ((await this.visiting.ofElder(tx, elderId, { since: at, limit: 1 })).length > 0) return;
    const finding = findingOf(noAnswer);
    const { field, option, title, plain } = finding;
    await this.raising.raiseOne(tx, { id, elderId, by, at, knownAt }, finding, {
      ...{ field, option, title, plain, words: wordsOf(noAnswer) },
    });
  }
}

const HEARD = {
  hospital: { title: '没见到人，说是住院了', plain: '上门没见到老人，听说住院了' },
  away: { title: '没见到人，说是出门了', plain: '上门没见到老人，听说出门了' },
  moved: { title: '没见到人，说是搬走了', plain: '上门没见到老人，听说搬走了' },
  declined: { title: '老人不愿意让人探访', plain: '上门了，老人不愿意接受探访' },
} as const;

function findingOf({ whereabouts }: NoAnswerView): Finding {
  const always = { field: NO_ANSWER, matter: NO_ANSWER, needType: 'other', visibility: 'staff' } as const;
  const plainly = { repeated: false, noteField: null };
  if (whereabouts !== null) {
    const advice = ['打电话核实，问清到什么时候', '情况变了的，到台账里改过来'];
    return { ...always, ...plainly, ...HEARD[whereabouts], option: whereabouts, severity: 'ordinary', advice };
  }
  return {
    ...always,
    ...plainly,
    ...{ option: null, severity: 'urgent', title: '没人开门，都联系不上', plain: '上门没人应，电话也没人接' },
    advice: ['今天再去一趟，问问邻居和物业', '接着打家人的电话', '还是没有消息，请民警一起开门'],
  };
}

const TRIED = { knocked: '敲门', 'called-elder': '打老人电话', 'called-family': '打家人电话' } as const;

/** `9:58 敲门，10:02 打老人电话。邻居说早上还见过` */
function wordsOf({ tries, words }: NoAnswerView): string | null {
  const tried = tries.map(({ kind, at }) => `${wallTime(at)} ${TRIED[kind]}`).join('，');
  return [tried, words].filter(Boolean).join('。') || null;
}
