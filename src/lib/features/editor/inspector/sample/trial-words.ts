import {
  describeCondition,
  describeFact,
  mergedText,
  readFactName,
  tryCondition,
  type Cadence,
  type Condition
} from '$lib/domain';
import type { Values } from './invent';

/** `True for Ada: Region is “north”.`, with what of the lead decides it. */
export function trialWords(
  condition: Condition,
  name: string,
  values: Values,
  cadence: Cadence
): string {
  const { verdict, because } = tryCondition(condition, values);
  if (verdict === 'unknown') {
    const open = joined(because.map((part) => describeCondition(part, cadence)));
    return open === describeCondition(condition, cadence)
      ? 'Depends on what happens on the way.'
      : `Depends on what happens: whether ${open}.`;
  }
  const what = joined([...new Set(because.flatMap((part) => known(part, values, cadence)))]);
  const head = verdict === 'true' ? `True for ${name}` : `Not true for ${name}`;
  return what === '' ? `${head}.` : `${head}, because ${what}.`;
}

function known(part: Condition, values: Values, cadence: Cadence): readonly string[] {
  return Object.keys(part).map((fact) => {
    const field = readFactName(fact);
    const value = field?.family === 'lead' ? values[field.field] : null;
    const text = mergedText(value);
    const subject = describeFact(fact, cadence);
    if (text === null) return `${subject} is not known`;
    return `${subject} is ${typeof value === 'string' ? `“${text}”` : text}`;
  });
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
