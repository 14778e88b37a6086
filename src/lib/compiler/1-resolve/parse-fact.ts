import { CHANNELS, isSlug, type Channel, type NodeId, type Slug } from '$lib/domain';
import { TOUCH_VERBS, type FactRef, type Reach, type TouchVerb } from '$lib/program';
import { fail, ok, type Result } from '$lib/util';
import { parseReach } from './parse-reach';

/** A fact as its text names it, steps and signals by their ids; `SPEC.md` lists the vocabulary. */
export type Fact =
  | Exclude<FactRef, { type: 'stepDisposition' | 'done' | 'visits' | 'seen' }>
  | { readonly type: 'stepDisposition' | 'done' | 'visits'; readonly node: NodeId }
  | ({ readonly type: 'seen'; readonly signal: Slug } & Reach);

/** What stands before the `@`: its reach, if it can have one, is still open. */
type Bare<F> = F extends Reach ? Omit<F, keyof Reach> : F;

/** Reads the name of a fact; fails when it is not of the vocabulary. Never throws. */
export function parseFact(text: string): Result<Fact, 'unknownFact'> {
  const at = text.indexOf('@');
  const bare = bareFactOf((at < 0 ? text : text.slice(0, at)).split('.'));
  if (!bare) return fail('unknownFact');
  if (bare.type !== 'count' && bare.type !== 'seen') {
    return at < 0 ? ok(bare) : fail('unknownFact');
  }
  const reach = parseReach(at < 0 ? [] : text.slice(at + 1).split('@'));
  return reach ? ok({ ...bare, ...reach }) : fail('unknownFact');
}

function bareFactOf(words: readonly string[]): Bare<Fact> | null {
  const [head, second, ...rest] = words;
  if (second === undefined) return head === 'stage' ? { type: 'stage' } : null;
  switch (head) {
    case 'count':
      return countOf(second, rest);
    case 'last':
      return lastOf(second, rest);
    case 'step':
      return isSlug(second) && rest.join('.') === 'disposition'
        ? { type: 'stepDisposition', node: second }
        : null;
    default:
      return rest.length === 0 ? pairOf(head, second) : null;
  }
}

/** The facts that are two words. */
function pairOf(head: string | undefined, second: string): Bare<Fact> | null {
  if (head === 'days' || head === 'businessDays') return sinceOf(second, head);
  if (!isSlug(second)) return null;
  switch (head) {
    case 'lead':
      return { type: 'field', field: second };
    case 'done':
    case 'visits':
      return { type: head, node: second };
    case 'seen':
      return { type: 'seen', signal: second };
    default:
      return null;
  }
}

function countOf(subject: string, rest: readonly string[]): Bare<Fact> | null {
  if (subject === 'enrollments') return rest.length === 0 ? { type: 'enrollments' } : null;
  if (subject === 'touches') {
    if (rest.length > 0) return null;
    return { type: 'count', channel: null, verb: 'completed', followUp: false };
  }
  const [word, mark, ...more] = rest;
  const verb = verbOf(word, subject);
  if (!isChannel(subject) || !verb || more.length > 0) return null;
  if (mark === undefined) return { type: 'count', channel: subject, verb, followUp: false };
  return mark === 'followUp' && verb === 'completed'
    ? { type: 'count', channel: subject, verb, followUp: true }
    : null;
}

/** An email is completed by being sent. */
function verbOf(word: string | undefined, channel: string): TouchVerb | undefined {
  if (word === 'sent' && channel === 'email') return 'completed';
  return TOUCH_VERBS.find((verb) => verb === word);
}

function lastOf(subject: string, rest: readonly string[]): Bare<Fact> | null {
  if (subject === 'disposition') {
    return rest.length === 0 ? { type: 'lastDisposition', channel: null } : null;
  }
  return isChannel(subject) && rest.length === 1 && rest[0] === 'disposition'
    ? { type: 'lastDisposition', channel: subject }
    : null;
}

const SINCE = { enrolled: 'enrolled', sinceTouch: 'lastTouch', inStage: 'stage' } as const;

function sinceOf(word: string, unit: 'days' | 'businessDays'): Bare<Fact> | null {
  if (!Object.hasOwn(SINCE, word)) return null;
  return { type: 'since', what: SINCE[word as keyof typeof SINCE], unit };
}

function isChannel(word: string): word is Channel {
  return (CHANNELS as readonly string[]).includes(word);
}
