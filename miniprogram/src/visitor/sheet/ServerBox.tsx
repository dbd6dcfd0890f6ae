import { fieldOf, type FormDefinition } from '@tanfang/shared';
import type { ReplyOf } from '@/api';
import { SaidLine } from '../questions/SaidLine';

export type Box = ReplyOf<'get', '/api/sheets/{id}'>['boxes'][number];

/** One box that the server has filled, under the sheet's own words for it. */
export function ServerBox({ box, definition }: { box: Box; definition: FormDefinition }) {
  const label = fieldOf(definition, box.field)?.label ?? box.field;
  return <SaidLine short label={label} words={box.words ?? '名册里没有'} />;
}
