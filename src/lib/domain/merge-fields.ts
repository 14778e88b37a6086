const MERGE_FIELD = /\{\{\s*([A-Za-z][A-Za-z0-9.-]*)\s*(\|[^{}]*)?\}\}/g;

/** The facts a text refers to, each once, in order: `{{lead.first-name|there}}` → `lead.first-name`. */
export function mergeFieldsOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(MERGE_FIELD), (match) => match[1] ?? ''))];
}

/** Those of them that the text cannot do without: nothing stands in for them once or more. */
export function neededMergeFieldsOf(text: string): readonly string[] {
  const bare = Array.from(text.matchAll(MERGE_FIELD)).filter((match) => match[2] === undefined);
  return [...new Set(bare.map((match) => match[1] ?? ''))];
}
