import type { Fault } from '../fault';
import { fail, ok, type Result } from '$lib/util';
import { locateJsonError } from './locate-json-error';
import { quoted } from './paths';

/** Characters, not bytes; a thousand-step cadence needs a twentieth of it. */
const TEXT_LIMIT = 8_000_000;

/** JSON.parse with a refusal in plain words, by line and column. */
export function parseJson(text: string): Result<unknown, Fault> {
  if (text.length > TEXT_LIMIT) {
    const size = (text.length / 1_000_000).toFixed(1);
    const limit = TEXT_LIMIT / 1_000_000;
    return refused(`The file is too large: ${size} million characters, at most ${limit} are read.`);
  }
  if (text.trim() === '') return refused('The file is empty.');
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return ok(JSON.parse(json));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused(`The file is not JSON: ${whereOf(json)}`);
  }
}

function refused(message: string): Result<never, Fault> {
  return fail({ path: '', message });
}

function whereOf(text: string): string {
  const offset = locateJsonError(text);
  if (offset >= text.length) return 'it ends too early.';
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return `${quoted(text.charAt(offset))} cannot stand in line ${before.length}, column ${column}.`;
}
