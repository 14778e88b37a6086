import type { Scalar } from './condition';

const MERGE_FIELD = /\{\{\s*([A-Za-z][A-Za-z0-9.-]*)\s*(\|[^{}]*)?\}\}/g;
/** That, or braces that look like the beginning of one. */
const BRACES = new RegExp(
  `${MERGE_FIELD.source}|\\{\\{(?!\\{)[^{}\\n]*(?:\\}\\}?|$|(?=[{\\n]))`,
  'g'
);

/** The facts a text refers to, each once, in order: `{{lead.first-name|there}}` → `lead.first-name`. */
export function mergeFieldsOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(MERGE_FIELD), (match) => match[1] ?? ''))];
}

/** Those of them that the text cannot do without: nothing stands in for them once or more. */
export function neededMergeFieldsOf(text: string): readonly string[] {
  const bare = Array.from(text.matchAll(MERGE_FIELD)).filter((match) => match[2] === undefined);
  return [...new Set(bare.map((match) => match[1] ?? ''))];
}

/** A text in its parts; put together again they are the text. */
export type MergePart =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'field';
      readonly text: string;
      /** Such as `lead.first-name`. */
      readonly fact: string;
      /** What stands in for it; null: it must be known. */
      readonly fallback: string | null;
    }
  /** Braces that are no merge field: they would go out as they stand. */
  | { readonly type: 'broken'; readonly text: string };

export function mergePartsOf(text: string): readonly MergePart[] {
  const parts: MergePart[] = [];
  let at = 0;
  for (const match of text.matchAll(BRACES)) {
    if (match.index > at) parts.push({ type: 'text', text: text.slice(at, match.index) });
    const [braces, fact, fallback] = match;
    parts.push(
      fact === undefined
        ? { type: 'broken', text: braces }
        : { type: 'field', text: braces, fact, fallback: fallback?.slice(1) ?? null }
    );
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at) });
  return parts;
}

/** How the value of a field reads in a text; null where there is none. */
export function mergedText(value: Scalar | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
