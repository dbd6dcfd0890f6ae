import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

import { Problem, type FieldProblem } from '../problems/problem';
import { rememberRules } from './rules-of-classes';

/** The library walks bodies by recursion, so one nested a thousand deep ends its stack; that is the sender's fault. */
class BoundedPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      throw error instanceof RangeError ? new Problem('request.malformed') : error;
    }
  }
}

/** Checks bodies, queries and paths against their DTO; unknown fields are refused, not dropped. */
export function validation(): ValidationPipe {
  rememberRules(getMetadataStorage());
  return new BoundedPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new Problem(
        'request.invalid',
        undefined,
        errors.flatMap((error) => fieldProblems(error)),
      ),
  });
}

function fieldProblems(error: ValidationError, parent = ''): FieldProblem[] {
  const field = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, text]) => ({
    field,
    message: rule === 'whitelistValidation' ? `多了一项不认识的内容：${error.property.slice(0, 40)}` : inChinese(text),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, field))];
}

/** Ours are Chinese; what the library itself says about a wrong shape is not. */
function inChinese(text: string): string {
  return /[\u4e00-\u9fff]/.test(text) ? text : '这一项的内容不对';
}
