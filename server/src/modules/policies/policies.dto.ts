import { ApiProperty } from '@nestjs/swagger';
import type { FormDefinition } from '@tanfang/shared';

import { Text, Whole } from '../../platform/http';
import { ASKED_FACTS, type AskedFact } from '../../policy';

export class PackPath {
  @Text({ label: '方案', max: 40 })
  packId!: string;
}

export class FormPath {
  @Text({ label: '表格', max: 60 })
  formId!: string;

  @Whole({ label: '版本', min: 1, max: 9999, fromQuery: true })
  version!: number;
}

export class PackItem {
  @ApiProperty()
  id!: string;

  @ApiProperty({ description: '地方' })
  name!: string;

  @ApiProperty({ description: '方案全名和日期' })
  document!: string;

  @ApiProperty({ type: String, isArray: true, enum: ASKED_FACTS, description: '这个方案另外要问的情况' })
  asks!: AskedFact[];
}

export class PackList {
  @ApiProperty({ type: [PackItem] })
  items!: PackItem[];
}

export class FormReply {
  @ApiProperty({ type: 'object', additionalProperties: true, description: '表格定义' })
  definition!: FormDefinition;

  @ApiProperty({ description: '定义的 SHA-256（键已排序的 JSON）' })
  hash!: string;
}

/** Documentation only: the policy's own parser checks the body, so that every fact gets its own sentence. */
export class EvaluationQuestion {
  @ApiProperty({ format: 'date', example: '2026-03-02', description: '评估日期' })
  on!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: '老人情况' })
  facts!: Record<string, unknown>;
}

export class CitationReply {
  @ApiProperty({ example: 'jinan.tier.key' })
  rule!: string;

  @ApiProperty()
  document!: string;

  @ApiProperty()
  article!: string;

  @ApiProperty({ description: '方案原文；我们的理解则为自己的话' })
  text!: string;

  @ApiProperty({ description: '方案没有写明、由我们理解的' })
  reading!: boolean;
}

class CodeReply {
  @ApiProperty()
  code!: string;

  @ApiProperty({ type: [CitationReply] })
  because!: CitationReply[];
}

class VisitsReply {
  @ApiProperty({ enum: ['week', 'half-month', 'month'] })
  every!: string;

  @ApiProperty({ type: [CitationReply] })
  because!: CitationReply[];
}

class EntrustmentReply {
  @ApiProperty()
  eligible!: boolean;

  @ApiProperty()
  governmentFunded!: boolean;

  @ApiProperty({ type: [CitationReply] })
  because!: CitationReply[];
}

class ReferralReply {
  @ApiProperty({ enum: ['street', 'first-contact', 'community'] })
  to!: string;

  @ApiProperty({ type: String, isArray: true, enum: ['first-contact', 'emergency-contact'] })
  inform!: string[];

  @ApiProperty({ type: [CitationReply] })
  because!: CitationReply[];
}

export class EvaluationReply {
  @ApiProperty()
  pack!: string;

  @ApiProperty({ format: 'date' })
  on!: string;

  @ApiProperty({ type: 'integer', description: '周岁' })
  age!: number;

  @ApiProperty()
  eligible!: boolean;

  @ApiProperty({ type: [CitationReply] })
  because!: CitationReply[];

  @ApiProperty({ type: [CodeReply] })
  categories!: CodeReply[];

  @ApiProperty({ type: CodeReply, nullable: true })
  tier!: CodeReply | null;

  @ApiProperty({ type: VisitsReply, nullable: true })
  visits!: VisitsReply | null;

  @ApiProperty({ type: EntrustmentReply, nullable: true })
  entrustment!: EntrustmentReply | null;

  @ApiProperty({ type: ReferralReply, nullable: true })
  referral!: ReferralReply | null;

  @ApiProperty({ type: String, nullable: true, enum: ['agency', 'contracted', 'assigned'] })
  serviceProvider!: string | null;

  @ApiProperty({ type: [CodeReply] })
  flags!: CodeReply[];

  @ApiProperty({ type: [String] })
  notes!: string[];
}

export class ExplanationReply {
  @ApiProperty({ type: EvaluationReply })
  evaluation!: EvaluationReply;

  @ApiProperty({ type: CodeReply, nullable: true })
  provider!: CodeReply | null;
}
