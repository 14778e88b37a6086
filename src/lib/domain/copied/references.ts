import type { CadenceNode } from '../cadence';
import { readFactName, writeFactName } from '../facts/fact-name';
import type { NodeId, Slug } from '../ids';
import { mergeFieldsOf } from '../merge-fields';

/** What a step refers to of the cadence around it. */
export interface References {
  readonly roles: Set<Slug>;
  readonly fields: Set<Slug>;
  readonly dispositions: Set<Slug>;
  readonly parameters: Set<Slug>;
  readonly nodes: Set<NodeId>;
}

const LISTS = new Set(['dispositions', 'routes', 'until']);

/** Everything that steps refer to. Looks through all they hold, so that no field is forgotten. */
export function referencesOf(nodes: readonly CadenceNode[]): References {
  const found: References = {
    roles: new Set(),
    fields: new Set(),
    dispositions: new Set(),
    parameters: new Set(),
    nodes: new Set()
  };
  for (const node of nodes) collect(node, found);
  return found;
}

function collect(value: unknown, found: References): void {
  if (typeof value === 'string') return textFields(value, found);
  if (Array.isArray(value)) return value.forEach((item) => collect(item, found));
  if (value === null || typeof value !== 'object') return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'string' && key !== 'id') named(key, part, value, found);
    if (Array.isArray(part)) listed(key, part, found);
    fact(key, part, found);
    collect(part, found);
  }
}

function named(key: string, id: string, within: object, found: References): void {
  if (key === 'role') found.roles.add(id);
  else if (key === 'parameter') found.parameters.add(id);
  else if (key === 'field' || (key === 'from' && 'to' in within)) found.fields.add(id);
  else if (isNodeKey(key, within)) found.nodes.add(id);
}

function listed(key: string, items: readonly unknown[], found: References): void {
  const ids = items.filter((item) => typeof item === 'string');
  if (LISTS.has(key)) for (const id of ids) found.dispositions.add(id);
  if (key === 'requiredFields') for (const id of ids) found.fields.add(id);
}

/** Conditions name facts; some of them are about a field, a step or a disposition. */
function fact(key: string, compared: unknown, found: References): void {
  const name = key.includes('.') || key === 'stage' ? readFactName(key) : null;
  if (!name) return;
  if (name.family === 'lead') found.fields.add(name.field);
  if ('node' in name) found.nodes.add(name.node);
  if (name.family === 'stage') for (const id of textsIn(compared)) found.nodes.add(id);
  if (name.family === 'last' || name.family === 'step') {
    for (const id of textsIn(compared)) found.dispositions.add(id);
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

function textFields(text: string, found: References): void {
  for (const name of mergeFieldsOf(text)) {
    if (name.startsWith('lead.')) found.fields.add(name.slice('lead.'.length));
  }
}

/** `of` of a branch, `fork` of a join, `to` of a time limit. */
function isNodeKey(key: string, within: object): boolean {
  return key === 'of' || key === 'fork' || (key === 'to' && 'after' in within);
}

/**
 * A step that refers to other steps by their new ids. A reference that `rename` knows nothing of is
 * taken out where a step can do without; in conditions it stays.
 */
export function renamed(node: CadenceNode, rename: (id: NodeId) => NodeId | null): CadenceNode {
  return rewrite(node, rename) as CadenceNode;
}

function rewrite(value: unknown, rename: (id: NodeId) => NodeId | null): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, rename));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
      if (typeof part === 'string' && isNodeKey(key, value)) {
        const to = rename(part);
        return to === null ? [] : [[key, to]];
      }
      return [factRewritten(key, part, rename) ?? [key, rewrite(part, rename)]];
    })
  );
}

function factRewritten(
  key: string,
  compared: unknown,
  rename: (id: NodeId) => NodeId | null
): [string, unknown] | null {
  const name = key.includes('.') || key === 'stage' ? readFactName(key) : null;
  if (!name) return null;
  if ('node' in name) {
    return [writeFactName({ ...name, node: rename(name.node) ?? name.node }), compared];
  }
  return name.family === 'stage' ? [key, textsRenamed(compared, rename)] : null;
}

function textsRenamed(value: unknown, rename: (id: NodeId) => NodeId | null): unknown {
  if (typeof value === 'string') return rename(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => textsRenamed(item, rename));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, textsRenamed(part, rename)])
  );
}
