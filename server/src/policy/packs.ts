// Written by scripts/generate.mjs: one line for each folder of packs.
import type { PolicyPack } from './engine/pack';
import { pack as beijing } from './packs/beijing/pack';
import { pack as heilongjiang } from './packs/heilongjiang/pack';
import { pack as jinan } from './packs/jinan/pack';
import { pack as liaoning } from './packs/liaoning/pack';
import { pack as shishi } from './packs/shishi/pack';

/** Every place the product knows. */
export const packs: readonly PolicyPack[] = [beijing, heilongjiang, jinan, liaoning, shishi];
