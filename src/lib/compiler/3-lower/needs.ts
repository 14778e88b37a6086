import {
  addressField,
  neededMergeFieldsOf,
  type ActionNode,
  type Slug,
  type Template
} from '$lib/domain';

interface Texts {
  readonly script?: string;
  readonly template?: Template;
}

/** Lead fields without which the step's channel and texts cannot be used, in the order of the file's fields. */
export function neededFields(
  node: ActionNode,
  fields: ReadonlyMap<Slug, unknown>
): readonly Slug[] {
  const merged = usedTexts(node).flatMap(neededMergeFieldsOf);
  const needed = new Set(
    merged.flatMap((name) => (name.startsWith('lead.') ? name.slice('lead.'.length) : []))
  );
  const address = addressField(node.channel);
  if (address !== null) needed.add(address);
  return [...fields.keys()].filter((field) => needed.has(field));
}

/** The step's own texts stand in for those that a variant does not have. */
function usedTexts({ script, template, variants = [] }: ActionNode): string[] {
  const own: Texts = { ...(script !== undefined && { script }), ...(template && { template }) };
  const used: Texts[] = variants.length === 0 ? [own] : variants.map((one) => ({ ...own, ...one }));
  return used.flatMap((texts) => [
    texts.script ?? '',
    texts.template?.subject ?? '',
    texts.template?.body ?? ''
  ]);
}
