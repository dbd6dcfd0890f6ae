import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EMERGENCY_KINDS, EMERGENCY_OUTCOMES, type Finding } from '@tanfang/shared';

import { wallTime } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Visiting, type EmergencyView } from '../visiting';
import { EMERGENCY } from './need-state';
import { Raising } from './raising.service';

/** 紧急求助: somebody takes over from the visitor at once, by the clock of danger to life, and writes the end of it. */
@Injectable()
export class Emergencies implements OnModuleInit {
  constructor(
    private readonly raising: Raising,
    private readonly visiting: Visiting,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.on('emergency.recorded', {
      kind: 'transactional',
      name: 'care.take-over-emergency',
      run: (tx, { emergencyId }) => this.raise(tx, emergencyId),
    });
  }

  /**
   * Running it again changes nothing while the need is open; another record asks for somebody anew.
   * @param takenUp it had been set aside, and becomes known now
   */
  async raise(tx: TxCtx, emergencyId: string, takenUp = false): Promise<void> {
    const emergency = await this.visiting.emergency(tx, emergencyId);
    const { id, elderId, visitorId: by, at } = emergency;
    const knownAt = takenUp ? tx.at : emergency.receivedAt;
    const finding = findingOf(emergency);
    const { field, option, title, plain } = finding;
    await this.raising.raiseOne(tx, {
      ...{ seen: { kind: 'emergency', id, elderId, by, at, knownAt }, finding },
      observation: { field, option, title, plain, words: wordsOf(emergency) },
      isNews: true,
    });
  }
}

/** Of harm done by somebody no message goes out: who it was nobody knows yet. */
function findingOf({ what, outcome }: EmergencyView): Finding {
  const title = `${EMERGENCY_KINDS[what]}，${EMERGENCY_OUTCOMES[outcome]}`;
  return {
    ...{ field: EMERGENCY, matter: EMERGENCY, needType: 'emergency-rescue', severity: 'life-danger', option: what },
    ...{ repeated: false, noteField: null, title },
    visibility: what === 'harmed' ? 'staff' : 'family',
    plain: `探访员遇到：${title}`,
    advice: [
      '马上打电话给探访员，问清老人现在在哪儿、谁陪着',
      what === 'harmed' ? '先护好老人，由民警核实，不要当面问家人' : '还没联系上家人的，接着打',
      '安顿好以后，把处置经过写清楚，归档',
    ],
  };
}

/** `10:11 打 120，10:13 打给女儿 王静。10:10 出的事。听见屋里有人喊` */
function wordsOf({ calls, happenedAt, words }: EmergencyView): string {
  const called = calls.map(({ who, name, at }) => {
    const whom = who === 'family' ? `给${name ?? '家人'}` : ` ${who}`;
    return `${wallTime(at)} 打${whom}`;
  });
  const dialled = called.length > 0 ? called.join('，') : '没有打电话';
  return [`${wallTime(happenedAt)} 出的事`, dialled, words].filter(Boolean).join('。');
}
