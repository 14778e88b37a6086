import type { BaseIssue } from 'valibot';
import type { Fault } from '../fault';
import { pathOf } from './paths';

/** What a schema found, in plain words. */
export function faultOf(issue: BaseIssue<unknown>): Fault {
  const keys = (issue.path ?? []).map(({ key }) => key as string | number);
  return { path: pathOf(keys), message: wordsOf(issue) };
}

function wordsOf(issue: BaseIssue<unknown>): string {
  if (issue.kind !== 'schema') return issue.message;
  const at = issue.path?.at(-1);
  if (at?.origin === 'key') {
    return issue.expected === 'never' ? 'is not a known property' : 'is missing';
  }
  switch (issue.type) {
    case 'string':
      return 'must be text';
    case 'number':
      return 'must be a number';
    case 'boolean':
      return 'must be true or false';
    case 'array':
      return 'must be a list';
    case 'strict_tuple':
      return 'must be a list of two times';
    case 'picklist':
    case 'literal':
      return choices(issue.expected);
    case 'variant':
      return issue.expected === 'Object' ? 'must be an object' : choices(issue.expected);
    case 'strict_object':
    case 'object':
    case 'record':
      return 'must be an object';
    default:
      return issue.message;
  }
}

/** `("a" | "b")` → `must be one of "a", "b"`. */
function choices(expected: string | null): string {
  const options = (expected ?? '').replace(/^\(|\)$/g, '').split(' | ');
  return options.length > 1
    ? `must be one of ${options.join(', ')}`
    : `must be ${options.join('')}`;
}
