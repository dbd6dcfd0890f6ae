import { CATALOGUE, type ProblemCode } from './catalogue';

export interface FieldProblem {
  /** Path of the field in the request, e.g. `answers.gas-safety`. */
  field: string;
  /** A Chinese sentence that names the field in the user's words. */
  message: string;
}

/** What every failed request answers with (RFC 9457). `detail` may be shown to the user as it is. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  fields?: FieldProblem[];
  requestId: string;
}

/**
 * An expected failure. Throw it anywhere; the HTTP filter turns it into `application/problem+json`.
 * @param code an entry of the catalogue, which fixes status and title
 * @param detail replaces the catalogue's Chinese sentence when the case allows a more helpful one
 */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string = CATALOGUE[code].detail,
    readonly fields?: FieldProblem[],
  ) {
    super(`${code}: ${detail}`);
    this.status = CATALOGUE[code].status;
  }

  toBody(requestId: string): ProblemBody {
    const { title } = CATALOGUE[this.code];
    const body: ProblemBody = {
      type: `urn:tanfang:problem:${this.code}`,
      title,
      status: this.status,
      code: this.code,
      detail: this.detail,
      requestId,
    };
    return this.fields ? { ...body, fields: this.fields } : body;
  }
}
