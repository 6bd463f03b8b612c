/** The closed list of what can go wrong in a way a person can understand. Everything else is a defect. */
export type ProblemCode = 'not_found' | 'not_allowed' | 'invalid' | 'conflict' | 'closed' | 'too_many' | 'too_large' | 'busy';

const STATUS: Record<ProblemCode, number> = {
  not_found: 404,
  not_allowed: 404, // what you may not see does not exist
  invalid: 400,
  conflict: 409,
  closed: 409,
  too_many: 429,
  too_large: 413,
  busy: 503,
};

/** An expected error with a code, and a sentence for the person it happens to (already in their language). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: Record<string, string>;

  constructor(code: ProblemCode, message = '', fields: Record<string, string> = {}) {
    super(message || code);
    this.name = 'Problem';
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** Stops when something that must be there is not: answered as "not found", whatever the reason. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Problem('not_found');
  return value;
}
