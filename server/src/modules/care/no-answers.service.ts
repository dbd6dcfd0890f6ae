import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Finding } from '@tanfang/shared';

import { DAY_MS, wallTime } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Visiting, type NoAnswerView, type VisitView } from '../visiting';
import { Raising } from './raising.service';
import { NO_ANSWER, SeenAfterAll } from './seen-after-all.service';

/**
 * 没人开门: whoever could not be seen becomes the community's to look for, at once where nobody knows anything. No message
 * goes to the family by itself: what is behind that door is told by a person.
 */
@Injectable()
export class NoAnswers implements OnModuleInit {
  constructor(
    private readonly raising: Raising,
    private readonly seenAfterAll: SeenAfterAll,
    private readonly visiting: Visiting,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.on('no-answer.recorded', {
      kind: 'transactional',
      name: 'care.look-for-elder',
      run: (tx, { noAnswerId }) => this.raise(tx, noAnswerId),
    });
    this.outbox.on('no-answer.raised', {
      kind: 'transactional',
      name: 'care.seen-meanwhile',
      run: (tx, { noAnswerId }) => this.lookOnceMore(tx, noAnswerId),
    });
  }

  /** Running it again changes nothing. @param takenUp it had been set aside, and becomes known now */
  async raise(tx: TxCtx, noAnswerId: string, takenUp = false): Promise<void> {
    const noAnswer = await this.visiting.noAnswer(tx, noAnswerId);
    const { id, elderId, visitorId: by, at, whereabouts } = noAnswer;
    const knownAt = takenUp ? tx.at : noAnswer.receivedAt;
    // It lay on a phone without a network, and meanwhile the elder has been seen.
    if (whereabouts === null && (await this.seenSince(tx, noAnswer))) return;
    if (whereabouts !== null) await this.seenAfterAll.heardOf(tx, elderId, at, by, id);
    const finding = findingOf(noAnswer);
    const { field, option, title, plain } = finding;
    await this.raising.raiseOne(tx, {
      ...{ seen: { kind: 'no-answer', id, elderId, by, at, knownAt }, finding },
      observation: { field, option, title, plain, words: wordsOf(noAnswer) },
      isNews: whereabouts !== null,
    });
    if (whereabouts === null) await this.outbox.emit(tx, 'no-answer.raised', { noAnswerId });
  }

  /** A visit that was being taken in at the same moment knew nothing of the need, nor this of the visit. */
  private async lookOnceMore(tx: TxCtx, noAnswerId: string): Promise<void> {
    const seen = await this.seenSince(tx, await this.visiting.noAnswer(tx, noAnswerId));
    if (seen) await this.seenAfterAll.settle(tx, seen);
  }

  /** The elder's latest visit, if it was not over when the visitor gave up. */
  private async seenSince(tx: TxCtx, { elderId, at }: NoAnswerView): Promise<VisitView | null> {
    const visits = await this.visiting.ofElder(tx, elderId, { since: at - DAY_MS, limit: 5 });
    return visits.find(({ endedAt }) => endedAt >= at) ?? null;
  }
}

const HEARD = {
  hospital: { title: '没见到人，说是住院了', plain: '上门没见到老人，听说住院了' },
  away: { title: '没见到人，说是出门了', plain: '上门没见到老人，听说出门了' },
  moved: { title: '没见到人，说是搬走了', plain: '上门没见到老人，听说搬走了' },
  declined: { title: '老人不愿意让人探访', plain: '上门了，老人不愿意接受探访' },
} as const;

/** Says what was tried and no more: without a network a visitor cannot see whom to call. */
const UNREACHED = {
  called: { title: '没人开门，都联系不上', plain: '上门没人应，打电话也没找到人' },
  notCalled: { title: '没人开门，还没打过电话', plain: '上门没人应，电话还没有打' },
} as const;

function findingOf({ whereabouts, tries }: NoAnswerView): Finding {
  const always = { field: NO_ANSWER, matter: NO_ANSWER, needType: 'other', visibility: 'staff' } as const;
  const plainly = { repeated: false, noteField: null };
  if (whereabouts !== null) {
    const advice = ['打电话核实，问清到什么时候', '情况变了的，到名册里改过来'];
    return { ...always, ...plainly, ...HEARD[whereabouts], option: whereabouts, severity: 'ordinary', advice };
  }
  const called = tries.some(({ kind }) => kind !== 'knocked');
  return {
    ...always,
    ...plainly,
    ...UNREACHED[called ? 'called' : 'notCalled'],
    ...{ option: null, severity: 'urgent' },
    advice: [
      called ? '接着打老人和家人的电话' : '先打老人和家人的电话',
      '今天再去一趟，问问邻居和物业',
      '还是没有消息，请民警一起开门',
    ],
  };
}

const TRIED = { knocked: '敲门', 'called-elder': '打老人电话', 'called-family': '打家人电话' } as const;

/** `9:58 敲门，10:02 打老人电话。邻居说早上还见过` */
function wordsOf({ tries, words }: NoAnswerView): string | null {
  const tried = tries.map(({ kind, at }) => `${wallTime(at)} ${TRIED[kind]}`).join('，');
  return [tried, words].filter(Boolean).join('。') || null;
}
