import type { ErrorCode, Problem } from '../api/types';

/** What only the browser can tell: nothing answered, or not in the server's way. */
export type Code = ErrorCode | 'unreachable' | 'unknown';

type Refusal = Partial<Omit<Problem, 'code'>> & { code?: Code };

/** A refusal by the server, or no answer at all (`status` 0, code `unreachable`). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Refusal,
    private readonly headers = new Headers(),
  ) {
    super(problem.code ?? `status ${status}`);
  }
  /** By which the staff find this very answer in their log. */
  get requestId() {
    return this.headers.get('X-Request-Id') ?? undefined;
  }
  /** After how many seconds the server would answer otherwise. */
  get waitSeconds() {
    return Number(this.headers.get('Retry-After')) || undefined;
  }
  get code(): Code {
    return this.problem.code ?? 'unknown';
  }
}

/** Somebody else changed it since it was read. */
export function isOutdated(error: unknown): boolean {
  return error instanceof ApiError && error.status === 412;
}
