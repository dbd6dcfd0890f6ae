import type { ObligationStatus } from '@tanfang/shared';

import { meeting } from '../../../src/modules/visiting/meeting';
import type { ExcusedFor } from '../../../src/modules/visiting/obligations.entities';

const week = (periodStart: string, dueOn: string, status: ObligationStatus, listRank = 1) => ({
  id: periodStart,
  periodStart,
  dueOn,
  status,
  excuse: null as ExcusedFor | null,
  listRank,
});

describe('which periods a visit meets', () => {
  const missed = week('2026-11-16', '2026-11-22', 'missed');
  const current = week('2026-11-23', '2026-11-29', 'owed', 0);
  const next = week('2026-11-30', '2026-12-06', 'owed');

  it('meets the period of its own day', () => {
    expect(meeting([current, next], '2026-11-24')).toEqual({ ids: ['2026-11-23'], relieved: null });
  });

  it('counts on the first and the last day', () => {
    expect(meeting([current, next], '2026-11-29').ids).toEqual(['2026-11-23']);
    expect(meeting([current, next], '2026-11-30').ids).toEqual(['2026-11-30']);
  });

  it('turns missed into visited when it is uploaded late, and the week after is urgent no longer', () => {
    expect(meeting([missed, current, next], '2026-11-20')).toEqual({ ids: ['2026-11-16'], relieved: '2026-11-23' });
  });

  it('leaves the urgency alone when a week between was missed as well', () => {
    const between = { ...current, status: 'missed' as const };
    expect(meeting([missed, between, { ...next, listRank: 0 }], '2026-11-20').relieved).toBeNull();
  });

  it('meets what is visited or excused already not again', () => {
    const settled = [week('2026-11-23', '2026-11-29', 'visited'), week('2026-11-30', '2026-12-06', 'excused')];
    expect(meeting(settled, '2026-11-24').ids).toEqual([]);
    expect(meeting(settled, '2026-12-01').ids).toEqual([]);
  });

  it('meets what rests because she was thought to be in hospital, not what ended with her record', () => {
    const rests = { ...week('2026-11-23', '2026-11-29', 'excused'), excuse: 'hospital' as const };
    expect(meeting([rests, next], '2026-11-24').ids).toEqual(['2026-11-23']);
    expect(meeting([{ ...rests, excuse: 'deceased' }, next], '2026-11-24').ids).toEqual([]);
  });

  it('meets both periods that overlap after a change of cadence', () => {
    const month = week('2026-11-01', '2026-11-30', 'owed');
    expect(meeting([month, current], '2026-11-24').ids).toEqual(['2026-11-01', '2026-11-23']);
  });

  it('is a visit on top where nothing was owed', () => {
    expect(meeting([next], '2026-11-24')).toEqual({ ids: [], relieved: null });
  });
});
