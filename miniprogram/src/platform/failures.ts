/** One field the service would not take, with a sentence to print under it. */
export interface FieldFault {
  field: string;
  message: string;
}

/** The service answered, and the answer is no: RFC 9457 problem+json. `message` is a Chinese sentence fit to show. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** What a page may switch on, e.g. `visit.id-conflict`. */
    readonly code: string,
    detail: string,
    readonly fields: FieldFault[] = [],
    readonly requestId: string | null = null,
  ) {
    super(detail);
  }

  /** The sentence for one field, or undefined. */
  fieldMessage(field: string): string | undefined {
    return this.fields.find((fault) => fault.field === field)?.message;
  }
}

/** No answer arrived: no network, or none within the time. Whether the service acted is not known. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';

  constructor(readonly reason: 'offline' | 'timeout') {
    super(reason === 'offline' ? '现在没有网' : '网有点慢，没等到回音');
  }
}

/** What to say when an action did not go through. A repeat has the same id, so that trying again is always safe. */
export function failureInWords(error: unknown): string {
  if (error instanceof NetworkFailure) return `${error.message}，不知道送到没有。再点一次就行，不会重复`;
  return error instanceof Problem ? error.message : '没办成，不是您的问题，请过一会儿再试';
}

const sentences: Record<number, string> = {
  401: '登录过期了，请重新登录',
  404: '没找到，可能已经不归您看了',
  409: '和已有的记录对不上',
  413: '照片太大了，请重拍一张',
  429: '点得太快了，过一会儿再试',
};

/** The code of a refusal in which the service itself does not speak. */
export const codeOfForeign = (status: number): string => `http.${status}`;

/** Reads a reply of 400 and above. A body that is not a problem document (a proxy's page, say) still gives a Problem. */
export function problemFrom(status: number, body: unknown, requestId: string | null): Problem {
  const document = (typeof body === 'object' && body !== null ? body : {}) as Partial<Record<string, unknown>>;
  const fallback =
    sentences[status] ?? (status >= 500 ? '没办成，不是您的问题，请过一会儿再试' : '没办成，请看看填得对不对');
  return new Problem(
    status,
    typeof document['code'] === 'string' ? document['code'] : codeOfForeign(status),
    typeof document['detail'] === 'string' ? document['detail'] : fallback,
    Array.isArray(document['fields']) ? document['fields'].filter(isFieldFault) : [],
    typeof document['requestId'] === 'string' ? document['requestId'] : requestId,
  );
}

function isFieldFault(value: unknown): value is FieldFault {
  const fault = value as Partial<FieldFault> | null;
  return typeof fault?.field === 'string' && typeof fault.message === 'string';
}

/**
 * Four characters somebody can read out on the phone: the end of the request id, or of the error's own text when the
 * request never reached the service.
 */
export function shortCode(error: unknown): string {
  const source = error instanceof Problem && error.requestId ? error.requestId : `${String(error)}`;
  if (error instanceof Problem && error.requestId)
    return source
      .replace(/[^0-9A-Za-z]/g, '')
      .slice(-4)
      .toUpperCase();
  let sum = 7;
  for (const character of source) sum = (sum * 31 + character.charCodeAt(0)) % 1_048_576;
  return sum.toString(32).toUpperCase().padStart(4, '0').slice(-4);
}
