import {
  mergedText,
  mergePartsOf,
  type ActionNode,
  type LeadField,
  type Scalar
} from '$lib/domain';
import { fieldOf } from './merge-text';

/** A stretch of a text as a lead gets it. */
export interface FilledPart {
  readonly text: string;
  /** What it stands for. */
  readonly sort: 'text' | 'value' | 'fallback' | 'missing' | 'unknown';
  /** Of the field. */
  readonly name?: string;
}

/** A text with the values of a lead in place of its merge fields. */
export function filled(
  text: string,
  fields: readonly LeadField[],
  values: Readonly<Record<string, Scalar>>
): readonly FilledPart[] {
  return mergePartsOf(text).map((part): FilledPart => {
    if (part.type === 'text') return { text: part.text, sort: 'text' };
    const field = fieldOf(part, fields);
    if (!field || part.type === 'broken') return { text: part.text, sort: 'unknown' };
    const name = field.name || field.id;
    const value = mergedText(values[field.id]);
    if (value !== null) return { text: value, sort: 'value', name };
    if (part.fallback !== null) return { text: part.fallback, sort: 'fallback', name };
    return { text: name, sort: 'missing', name };
  });
}

/** The text alone; what is missing as its name in brackets. */
export function filledText(parts: readonly FilledPart[]): string {
  return parts.map(({ text, sort }) => (sort === 'missing' ? `[${text}]` : text)).join('');
}

/** What the step does with a lead that lacks fields its texts need; null: nothing is missing. */
export function missingWords(
  parts: readonly FilledPart[],
  lead: string,
  policy: ActionNode['missingData']
): string | null {
  const missing = [
    ...new Set(parts.flatMap(({ sort, name }) => (sort === 'missing' ? [name] : [])))
  ];
  if (missing.length === 0) return null;
  const what = `${missing.join(' and ')} of ${lead} ${missing.length === 1 ? 'is' : 'are'} not known`;
  const then = {
    hold: 'the step waits until it is filled in',
    skip: 'the step is skipped',
    task: 'the rep is asked to fill it in first'
  }[policy ?? 'hold'];
  return `${what}: ${then}. Write |something behind a field to stand in for it.`;
}
