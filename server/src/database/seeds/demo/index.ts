import type { CalendarDate } from '../../../policy';
import { beijing } from './beijing';
import { heilongjiang } from './heilongjiang';
import { jinan } from './jinan';
import { liaoning } from './liaoning';
import { shishi } from './shishi';
import type { DemoPlace } from './types';

/** Every place of the demonstration as it stands on `today` (Asia/Shanghai), 济南 first. */
export function demoPlaces(today: CalendarDate): DemoPlace[] {
  return [jinan, beijing, heilongjiang, liaoning, shishi].map((place) => place(today));
}

export type * from './types';
