import { fieldsOf, validateAnswers, type FormDefinition } from '@tanfang/shared';

import type { FieldProblem } from '../../platform/problems/problem';
import type { NewVisit } from './visits.dto';

/** What the answers lack, each with a sentence that names the field's label. */
export function answerProblems(definition: FormDefinition, answers: unknown): FieldProblem[] {
  return validateAnswers(definition, answers).map(({ field, message }) => ({ field: `answers.${field}`, message }));
}

/** What the signature and the photos lack. A drawn signature is a picture; one given by phone has none. */
export function proofProblems(definition: FormDefinition, { signature, photos }: NewVisit): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const drawn = signature.kind !== 'phone';
  if (drawn && !signature.sha256) problems.push({ field: 'signature.sha256', message: '还没有签名，画个记号也行' });
  if (!drawn && signature.sha256) problems.push({ field: 'signature.sha256', message: '电话确认不用签名图片' });
  if (signature.kind === 'proxy' && !signature.proxyName)
    problems.push({ field: 'signature.proxyName', message: '请填写代签人' });
  const fields = new Set(fieldsOf(definition).map(({ id }) => id));
  const seen = new Set(signature.sha256 ? [signature.sha256] : []);
  photos.forEach(({ sha256, field }, index) => {
    if (seen.has(sha256)) problems.push({ field: `photos.${index}.sha256`, message: '同一张照片交了两次' });
    if (field !== undefined && !fields.has(field))
      problems.push({ field: `photos.${index}.field`, message: '照片所属的题目不在这张表里' });
    seen.add(sha256);
  });
  return problems;
}
