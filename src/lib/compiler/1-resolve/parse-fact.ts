import { CHANNELS, type Channel, type Slug } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';

/** A fact as its text names it; `SPEC.md` lists the vocabulary. */
export type Fact =
  | { readonly type: 'field'; readonly field: Slug }
  | { readonly type: 'count'; readonly channel: Channel | null; readonly followUp: boolean }
  | { readonly type: 'lastDisposition'; readonly channel: Channel | null }
  | { readonly type: 'seen'; readonly signal: Slug }
  | { readonly type: 'daysSince'; readonly what: 'enrolled' | 'lastTouch' }
  | { readonly type: 'stage' };

export interface ParsedFact {
  readonly fact: Fact;
  /** What follows the first `@`: a scope or a window such as `lifetime` or `7bd`. */
  readonly scope: string | null;
}

/** Reads the name of a fact; fails when it is not of the vocabulary. Never throws. */
export function parseFact(text: string): Result<ParsedFact, 'unknownFact'> {
  const at = text.indexOf('@');
  const fact = factOf((at < 0 ? text : text.slice(0, at)).split('.'));
  return fact ? ok({ fact, scope: at < 0 ? null : text.slice(at + 1) }) : fail('unknownFact');
}

function factOf(words: readonly string[]): Fact | null {
  const [head, second, ...rest] = words;
  if (second === undefined) return head === 'stage' ? { type: 'stage' } : null;
  switch (head) {
    case 'lead':
      return isSlug(second) && rest.length === 0 ? { type: 'field', field: second } : null;
    case 'seen':
      return isSlug(second) && rest.length === 0 ? { type: 'seen', signal: second } : null;
    case 'count':
      return countOf(second, rest);
    case 'last':
      return lastOf(second, rest);
    case 'days':
      return rest.length === 0 ? daysOf(second) : null;
    default:
      return null;
  }
}

function countOf(subject: string, rest: readonly string[]): Fact | null {
  if (subject === 'touches') {
    return rest.length === 0 ? { type: 'count', channel: null, followUp: false } : null;
  }
  const [verb, mark, ...more] = rest;
  if (!isChannel(subject) || more.length > 0) return null;
  if (verb !== 'completed' && !(verb === 'sent' && subject === 'email')) return null;
  if (mark !== undefined && mark !== 'followUp') return null;
  return { type: 'count', channel: subject, followUp: mark === 'followUp' };
}

function lastOf(subject: string, rest: readonly string[]): Fact | null {
  if (subject === 'disposition') {
    return rest.length === 0 ? { type: 'lastDisposition', channel: null } : null;
  }
  return isChannel(subject) && rest.length === 1 && rest[0] === 'disposition'
    ? { type: 'lastDisposition', channel: subject }
    : null;
}

function daysOf(word: string): Fact | null {
  if (word === 'enrolled') return { type: 'daysSince', what: 'enrolled' };
  return word === 'sinceTouch' ? { type: 'daysSince', what: 'lastTouch' } : null;
}

function isChannel(word: string): word is Channel {
  return (CHANNELS as readonly string[]).includes(word);
}

function isSlug(word: string): boolean {
  return /^[a-z0-9-]{1,24}$/.test(word);
}
