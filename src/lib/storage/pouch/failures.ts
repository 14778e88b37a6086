import type { WriteFailure } from '../document-store';

interface ErrorShape {
  readonly status?: unknown;
  readonly name?: unknown;
  readonly message?: unknown;
  readonly reason?: unknown;
}

function shapeOf(error: unknown): ErrorShape {
  return typeof error === 'object' && error !== null ? error : { message: error };
}

export function isMissing(error: unknown): boolean {
  return shapeOf(error).status === 404;
}

export function isConflict(error: unknown): boolean {
  return shapeOf(error).status === 409;
}

/** Whether the database answered; otherwise its handle may be dead and must be opened again. */
export function isAnswer(error: unknown): boolean {
  const { status } = shapeOf(error);
  return typeof status === 'number' && status >= 400 && status < 500;
}

/**
 * What a failed write means. A full disk does not always say so: the adapter's transaction is
 * aborted half-way, and what arrives is `indexed_db_went_bad` with an unrelated reason.
 */
export function writeFailure(error: unknown): WriteFailure {
  if (isConflict(error)) return { code: 'conflict' };
  const { name, message, reason } = shapeOf(error);
  const text = [name, message, reason].filter((each) => typeof each === 'string').join(' ');
  if (/quota|indexed_db_went_bad|disk|space/i.test(text)) {
    return { code: 'full', message: 'The browser has no room left on this device.' };
  }
  return { code: 'unavailable', message: `The browser's storage did not answer: ${text}` };
}
