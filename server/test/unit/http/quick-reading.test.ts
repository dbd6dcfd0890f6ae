import 'reflect-metadata';

import { ValidationPipe } from '@nestjs/common';
import { Expose } from 'class-transformer';
import { IsString, ValidateIf } from 'class-validator';
import fc from 'fast-check';

import { NewVisit } from '../../../src/modules/visiting/visits.dto';
import { WorklistPageQuery } from '../../../src/modules/visiting/worklist.dto';
import {
  CalendarDate,
  Flag,
  ListOf,
  ListOfCodes,
  Nested,
  OneOf,
  OpenObject,
  Text,
  UlidField,
  Whole,
} from '../../../src/platform/http';
import { readQuickly } from '../../../src/platform/http/quick-reading';
import { validation } from '../../../src/platform/http/validation';

const ID = '01KB2Z6QF3T9V8XW7M5N4P3R2S';

class Door {
  @Text({ label: '门牌', max: 8 })
  plate!: string;

  @Whole({ label: '层', min: -2, max: 40, optional: true })
  floor?: number;
}

/** A body with every kind of field there is. */
class Round {
  @UlidField({ label: '编号' })
  id!: string;

  @CalendarDate({ label: '日期', optional: true })
  on?: string;

  @OneOf(['week', 'month'], { label: '频次' })
  every!: string;

  @Flag({ label: '独居', optional: true })
  alone?: boolean;

  @ListOfCodes(['gas', 'fire'], { label: '隐患', max: 2, optional: true })
  hazards?: string[];

  @Nested(() => Door, { label: '门' })
  door!: Door;

  @ListOf(() => Door, { label: '别的门', max: 2, optional: true })
  others?: Door[];

  @OpenObject({ label: '记录', optional: true })
  answers?: object;
}

const round = () => ({
  id: ID,
  on: '2026-11-23',
  every: 'week',
  alone: true,
  hazards: ['gas'],
  door: { plate: ' 301 ', floor: 3 },
  others: [{ plate: '302' }],
  answers: { mobility: 'good', medicines: ['a', 'b'], note: null },
});

const visit = () => ({
  id: ID,
  elderId: ID,
  mode: 'on-site',
  form: { id: 'jinan-visit-record', version: 1 },
  answers: { economy: ['stable'], mobility: 'good' },
  startedAt: 1_795_312_800_000,
  endedAt: 1_795_314_600_000,
  signature: { kind: 'signed', sha256: 'a'.repeat(64) },
  photos: [{ sha256: 'b'.repeat(64), field: 'care-given' }],
});

/** As it comes out of a request. */
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const pipe = validation();

/** What the libraries make of it, or null when they refuse. */
async function byTheLibraries(type: new () => object, value: unknown): Promise<unknown> {
  const given = { type: 'body', metatype: type } as const;
  return ValidationPipe.prototype.transform.call(pipe, copyOf(value), given).catch(() => null) as Promise<unknown>;
}

/** The body with one thing in it changed, somewhere. */
function spoilt(body: object): fc.Arbitrary<unknown> {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(null, '', ' ', '301', ID, 'week', 3, 1.5, -0, true, [], {}, ['gas', 'gas'], [null], { plate: '1' }),
  );
  const paths = pathsOf(body);
  return fc.record({ path: fc.constantFrom(...paths), value: anything, removes: fc.boolean() }).map((change) => {
    const copy = copyOf(body) as Record<string, unknown>;
    const last = change.path.at(-1)!;
    const owner = change.path.slice(0, -1).reduce((part, key) => part[key] as Record<string, unknown>, copy);
    if (change.removes) delete owner[last];
    else owner[last] = change.value;
    return copy;
  });
}

/** Of every value in it, and of one more key beside each. */
function pathsOf(value: object, above: string[] = []): string[][] {
  return Object.entries(value).flatMap(([key, part]) => {
    const path = [...above, key];
    const inside = typeof part === 'object' && part !== null ? pathsOf(part as object, path) : [];
    return [path, [...above, `${key}-2`], ...inside];
  });
}

describe('reading a body quickly', () => {
  it.each([
    ['a round', Round, round()],
    ['a visit', NewVisit, visit()],
    ['a query', WorklistPageQuery, { limit: '20', communityId: ID }],
  ])('makes of %s what the libraries make of it', async (_, type, body) => {
    const read = readQuickly(type, copyOf(body));
    expect(read).toBeInstanceOf(type);
    expect(read).toStrictEqual(await byTheLibraries(type, body));
  });

  it.each([
    ['a round', Round, round()],
    ['a visit', NewVisit, visit()],
  ])('lets nothing pass in %s that the libraries refuse or read otherwise', async (_, type, body) => {
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(spoilt(body), async (value) => {
        const read = readQuickly(type, copyOf(value));
        if (read === null) return;
        passed += 1;
        expect(read).toStrictEqual(await byTheLibraries(type, value));
      }),
      { numRuns: 1500 },
    );
    expect(passed).toBeGreaterThan(50);
  });

  it.each([
    ['a field that nobody knows', { ...round(), admin: true }],
    ['one inside', { ...round(), door: { plate: '301', admin: true } }],
    ['a missing one', { ...round(), door: undefined }],
    [
      'an answer as deep as a well',
      { ...round(), answers: JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40)) as object },
    ],
    ['a constructor among the answers', { ...round(), answers: JSON.parse('{"constructor":1}') as object }],
    ['a prototype among the answers', { ...round(), answers: JSON.parse('{"__proto__":{"a":1}}') as object }],
    ['a list in place of the body', [round()]],
    ['bytes in place of the body', Buffer.from('x')],
    ['nothing', null],
  ])('leaves %s to the libraries', (_, body) => {
    expect(readQuickly(Round, body)).toBeNull();
  });

  it('leaves classes to the libraries that use more than it understands', () => {
    class Renamed {
      @Expose({ name: 'other' })
      @IsString()
      name!: string;
    }
    class Sometimes {
      @ValidateIf(() => false)
      @IsString()
      name!: string;
    }
    expect(readQuickly(Renamed, { name: '李' })).toBeNull();
    expect(readQuickly(Sometimes, { name: '李' })).toBeNull();
    expect(readQuickly(String, 'text')).toBeNull();
    expect(readQuickly(Object, {})).toBeNull();
  });
});
