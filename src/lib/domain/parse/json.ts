import type { Fault } from '../fault';
import { fail, ok, type Result } from '$lib/util';

/** Characters, not bytes; a thousand-step cadence needs a twentieth of it. */
export const TEXT_LIMIT = 8_000_000;

/** JSON.parse with a refusal in plain words, by line and column. */
export function parseJson(text: string): Result<unknown, Fault> {
  if (text.length > TEXT_LIMIT) {
    const size = (text.length / 1_000_000).toFixed(1);
    const limit = TEXT_LIMIT / 1_000_000;
    return refused(`The file is too large: ${size} million characters, at most ${limit} are read.`);
  }
  if (text.trim() === '') return refused('The file is empty.');
  try {
    return ok(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused(`The file is not JSON: ${whereOf(error.message, text)}`);
  }
}

function refused(message: string): Result<never, Fault> {
  return fail({ path: '', message });
}

/** Engines word syntax errors differently; what they agree on is a position, if any. */
function whereOf(message: string, text: string): string {
  const position = /at position (\d+)/.exec(message);
  const lines = /line (\d+) column (\d+)/.exec(message);
  if (lines) return `line ${lines[1]}, column ${lines[2]} cannot be read.`;
  if (position) {
    const before = text.slice(0, Number(position[1])).split('\n');
    return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1} cannot be read.`;
  }
  if (/end of/i.test(message)) return 'it ends too early.';
  const token = /Unexpected token (?:'(.+?)'|(\S))/su.exec(message);
  return token
    ? `it holds “${token[1] ?? token[2] ?? ''}” where that cannot stand.`
    : 'it cannot be read.';
}
