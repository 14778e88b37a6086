import {
  freeId,
  mergePartsOf,
  mergedText,
  type LeadField,
  type MergePart,
  type Scalar
} from '$lib/domain';
import type { Completion } from '$lib/ui';
import { nearest } from '$lib/util';

/** What a placeholder of a text has that it should not. */
export interface MergeFault {
  /** As it stands in the text. */
  readonly text: string;
  readonly message: string;
  /** The field that was probably meant, and the placeholder for it. */
  readonly meant: { readonly name: string; readonly text: string } | null;
  /** The field that could be added, and the placeholder for it. */
  readonly added: { readonly field: LeadField; readonly text: string } | null;
}

/** A placeholder for a field. */
export function placeholder(field: Pick<LeadField, 'id'>, fallback: string | null = null): string {
  return `{{lead.${field.id}${fallback === null ? '' : `|${fallback}`}}}`;
}

/** The field that a part of a text stands for; undefined: none there is. */
export function fieldOf(part: MergePart, fields: readonly LeadField[]): LeadField | undefined {
  return part.type === 'field' ? fields.find(({ id }) => part.fact === `lead.${id}`) : undefined;
}

/** Placeholders that name no field, each once, with what could be meant. */
export function faultsOf(text: string, fields: readonly LeadField[]): readonly MergeFault[] {
  const faults = new Map<string, MergeFault>();
  for (const part of mergePartsOf(text)) {
    if (part.type === 'text' || fieldOf(part, fields) || faults.has(part.text)) continue;
    faults.set(part.text, faultOf(part, fields));
  }
  return [...faults.values()];
}

function faultOf(
  part: Exclude<MergePart, { type: 'text' }>,
  fields: readonly LeadField[]
): MergeFault {
  const inner = part.text.replaceAll(/[{}]/g, '').split('|')[0]?.trim() ?? '';
  const word = inner.replace(/^(lead|contact|prospect)[._ ]/i, '').replace(/^lead$/i, '');
  const fallback = part.type === 'field' ? part.fallback : null;
  const slug = word === '' ? '' : freeId([], word);
  const near = nearest(slug, [
    ...fields.map(({ id }) => id),
    ...fields.map(({ name }) => freeId([], name))
  ]);
  const meant =
    fields.find(({ id }) => id === slug) ??
    fields.find(({ name }) => freeId([], name) === slug) ??
    fields.find(({ id, name }) => near !== undefined && [id, freeId([], name)].includes(near));
  const isNew = slug !== '' && !fields.some(({ id }) => id === slug);
  const field: LeadField = { id: slug, name: titled(slug), type: 'text' };
  return {
    text: part.text,
    message:
      part.type === 'field'
        ? `No lead field is called “${word}”.`
        : word === ''
          ? 'Braces without a field go out as they stand.'
          : `${part.text} is no merge field and goes out as it stands.`,
    meant: meant ? { name: meant.name || meant.id, text: placeholder(meant, fallback) } : null,
    added: isNew ? { field, text: placeholder(field, fallback) } : null
  };
}

function titled(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The fields that a placeholder may become which is open at the caret: `{{`, `{{fir`. */
export function completeField(
  text: string,
  caret: number,
  fields: readonly LeadField[],
  values: Readonly<Record<string, Scalar>>
): Completion | null {
  const typed = /\{\{\s*(?:lead\.)?([A-Za-z0-9 _-]*)$/.exec(text.slice(0, caret));
  if (!typed || fields.length === 0) return null;
  const word = (typed[1] ?? '').toLowerCase().replaceAll(/[ _]/g, '-');
  const closing = /^[A-Za-z0-9._-]*\}{0,2}/.exec(text.slice(caret))?.[0] ?? '';
  const isLike = ({ id, name }: LeadField) =>
    id.includes(word) || name.toLowerCase().replaceAll(' ', '-').includes(word);
  const suggestions = fields.filter(isLike).map((field) => ({
    value: placeholder(field),
    label: field.name || field.id,
    note: mergedText(values[field.id]) ?? 'not known'
  }));
  const to = caret + (closing.endsWith('}') ? closing.length : 0);
  return suggestions.length > 0 ? { from: typed.index, to, suggestions } : null;
}
