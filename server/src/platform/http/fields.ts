import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  Validate,
  ValidateNested,
  type ValidationArguments,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';

/**
 * The fields of a DTO: one decorator states the documentation, the check and the Chinese sentence together, so that none
 * of the three can be forgotten.
 */
interface Options {
  /** The field's name as people know it; every message names it. */
  label: string;
  optional?: boolean;
  /** The client may say that there is none. */
  nullable?: boolean;
}

const message = (text: string) => ({ message: text });

function base({ label, optional, nullable }: Options, api: ApiPropertyOptions): PropertyDecorator[] {
  const none = nullable ? { nullable } : {};
  const documented = { description: label, required: !optional, ...none, ...api } as ApiPropertyOptions;
  return [ApiProperty(documented), optional ? IsOptional() : IsDefined(message(`请填写${label}`))];
}

/** The library's own check leaves signs out that the database counts. */
@ValidatorConstraint({ name: 'codePoints' })
class CodePoints implements ValidatorConstraintInterface {
  validate(value: unknown, { constraints }: ValidationArguments): boolean {
    const [min, max] = constraints as [number, number];
    if (typeof value !== 'string') return false;
    const length = [...value].length;
    return min <= length && length <= max;
  }
}

/** A text without control characters, trimmed. Lengths count code points, as the database does. */
export function Text(
  options: Options & { max: number; min?: number; pattern?: RegExp; hint?: string },
): PropertyDecorator {
  const { label, max, min = 1, pattern, hint } = options;
  return applyDecorators(
    ...base(options, { type: String, minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(message(`${label}要是文字`)),
    Validate(
      CodePoints,
      [min, max],
      message(min > 1 ? `${label}要填 ${min} 到 ${max} 个字` : `${label}不能空着，最多 ${max} 个字`),
    ),
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    Matches(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, message(`${label}里有看不见的字符，请重新输入`)),
    ...(pattern ? [Matches(pattern, message(hint ?? `${label}的写法不对`))] : []),
  );
}

export function UlidField(options: Options): PropertyDecorator {
  return applyDecorators(
    ...base(options, { type: String, pattern: '^[0-9A-HJKMNP-TV-Z]{26}$', example: '01KB2Z6QF3T9V8XW7M5N4P3R2S' }),
    Matches(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, message(`${options.label}要是 26 位编号`)),
  );
}

export function OneOf(values: readonly string[], options: Options): PropertyDecorator {
  return applyDecorators(
    ...base(options, { type: String, enum: [...values] }),
    IsIn(values, message(`${options.label}不在可选的范围里`)),
  );
}

@ValidatorConstraint({ name: 'calendarDate' })
class RealDate implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
    const date = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  }

  defaultMessage({ property }: ValidationArguments): string {
    return `${property}要是一个日期`;
  }
}

export function CalendarDate(options: Options): PropertyDecorator {
  return applyDecorators(
    ...base(options, { type: String, format: 'date', example: '1944-03-02' }),
    Validate(RealDate, message(`${options.label}要是日历上有的日期，写成 1944-03-02 这样`)),
  );
}

const LAST_INSTANT = 4_102_444_800_000; // 2100-01-01

/** UTC milliseconds. */
export function Instant(options: Options): PropertyDecorator {
  return applyDecorators(
    ...base(options, { type: 'integer', format: 'int64', minimum: 0, example: 1_795_312_800_000 }),
    IsInt(message(`${options.label}要是毫秒时间`)),
    Min(0, message(`${options.label}要是毫秒时间`)),
    Max(LAST_INSTANT, message(`${options.label}太晚了`)),
  );
}

export function Whole(options: Options & { min: number; max: number; fromQuery?: boolean }): PropertyDecorator {
  const { label, min, max, fromQuery } = options;
  const range = message(`${label}要是 ${min} 到 ${max} 之间的整数`);
  return applyDecorators(
    ...base(options, { type: 'integer', minimum: min, maximum: max }),
    ...(fromQuery
      ? [Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value))]
      : []),
    IsInt(range),
    Min(min, range),
    Max(max, range),
  );
}

export function Flag(options: Options): PropertyDecorator {
  return applyDecorators(...base(options, { type: Boolean }), IsBoolean(message(`${options.label}要是是或否`)));
}

type Class = new () => object;

/**
 * The documentation can name the class only once it exists, hence the function. It is written out again as a property
 * called `type`: that is how Swagger tells such a function from a class.
 */
export function Nested(type: () => Class, options: Options): PropertyDecorator {
  return applyDecorators(
    ...base(options, { type: (() => type()) as never }),
    IsObject(message(`${options.label}的内容不对`)),
    ValidateNested(),
    Type(type),
  );
}

export function ListOf(type: () => Class, options: Options & { max: number }): PropertyDecorator {
  return applyDecorators(
    ...base(options, { type: (() => type()) as never, isArray: true, maxItems: options.max }),
    IsArray(message(`${options.label}要是一个列表`)),
    ArrayMaxSize(options.max, message(`${options.label}最多 ${options.max} 项`)),
    ValidateNested({ each: true }),
    Type(type),
  );
}

export function ListOfCodes(values: readonly string[], options: Options & { max: number }): PropertyDecorator {
  return applyDecorators(
    ...base(options, { type: String, enum: [...values], isArray: true, maxItems: options.max }),
    IsArray(message(`${options.label}要是一个列表`)),
    ArrayMaxSize(options.max, message(`${options.label}最多 ${options.max} 项`)),
    IsIn(values, { each: true, message: `${options.label}里有不认识的选项` }),
  );
}

export function ListOfIds(options: Options & { max: number }): PropertyDecorator {
  const { label, max } = options;
  return applyDecorators(
    ...base(options, { type: String, pattern: '^[0-9A-HJKMNP-TV-Z]{26}$', isArray: true, maxItems: max }),
    IsArray(message(`${label}要是一个列表`)),
    ArrayMaxSize(max, message(`${label}最多 ${max} 项`)),
    Matches(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, { each: true, message: `${label}要是 26 位编号` }),
  );
}

/** An object whose shape is checked elsewhere, by a form definition or by the policy's parser. */
export function OpenObject(options: Options): PropertyDecorator {
  return applyDecorators(
    ...base(options, { type: 'object', additionalProperties: true }),
    IsObject(message(`${options.label}的内容不对`)),
  );
}
