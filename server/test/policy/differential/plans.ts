import type { PackId } from '../../../src/policy';
import { beijing } from '../beijing/second-reading';
import { heilongjiang } from '../heilongjiang/second-reading';
import { jinan } from '../jinan/second-reading';
import { liaoning } from '../liaoning/second-reading';
import { shishi } from '../shishi/second-reading';
import type { PlanTable } from './plan-table';

/** Every plan's second reading; each stands beside the tests of its place. */
export const PLANS: Readonly<Record<PackId, PlanTable>> = { beijing, heilongjiang, liaoning, shishi, jinan };
