import type { Cadence, CadenceEdge, CadenceNode } from '../cadence';
import type { Edit, UpdateCadenceEdit } from '../edits/edit';
import type { CadenceFile, Position } from '../file';
import { idMaker } from '../free-id';
import type { NodeId } from '../ids';
import type { Scenario, StepAssumption } from '../scenario';
import type { CopiedSteps } from './copied-steps';
import { referencesOf, renamed } from './references';

export interface Pasted {
  /** One step of undo. */
  readonly edit: Edit;
  /** The new steps. */
  readonly nodes: readonly NodeId[];
  /** Names of what came with the steps because the cadence had no such thing. */
  readonly added: readonly string[];
  /** Names of steps that referred to steps which are not here. */
  readonly loose: readonly string[];
}

/**
 * Puts copied steps into a file, under new ids that bear `mark`, moved by `by`. What they refer to
 * comes along where the cadence lacks it; where it has something of that id, that is meant.
 */
export function pasteSteps(
  file: CadenceFile,
  copied: CopiedSteps,
  { mark, by }: { readonly mark: string; readonly by: Position }
): Pasted {
  const ids = newIds(file.cadence, copied.nodes, mark);
  const isHome = copied.from === file.cadence.id;
  const here = new Set(file.cadence.nodes.map(({ id }) => id));
  const rename = (id: NodeId) => ids.get(id) ?? (isHome && here.has(id) ? id : null);
  const nodes = copied.nodes.map((node) =>
    renamed({ ...node, id: ids.get(node.id) ?? node.id }, rename)
  );
  const { fields, added } = lacking(file.cadence, copied);
  const edits: Edit[] = [
    ...(added.length > 0 ? [{ kind: 'updateCadence', fields } as const] : []),
    ...nodes.map((node): Edit => ({ kind: 'addNode', node })),
    ...newEdges(file.cadence, copied.edges, ids).map((edge): Edit => ({ kind: 'connect', edge })),
    { kind: 'moveNodes', positions: placesOf(copied, ids, by) },
    ...assumed(file.scenarios, copied, ids, isHome)
  ];
  const loose = copied.nodes.filter((node) =>
    [...referencesOf([node]).nodes].some((id) => rename(id) === null)
  );
  return {
    edit: { kind: 'batch', edits },
    nodes: nodes.map(({ id }) => id),
    added,
    loose: loose.map(({ name, kind }) => name || kind)
  };
}

function newIds(
  { nodes }: Cadence,
  copied: readonly CadenceNode[],
  mark: string
): ReadonlyMap<NodeId, NodeId> {
  const idFor = idMaker(nodes.map(({ id }) => id));
  return new Map(
    copied.map((node) => {
      const base = node.kind === 'action' ? node.channel : node.kind;
      return [node.id, idFor(`${base}-${mark}`)];
    })
  );
}

function newEdges(
  { edges }: Cadence,
  copied: readonly CadenceEdge[],
  ids: ReadonlyMap<NodeId, NodeId>
): readonly CadenceEdge[] {
  const idFor = idMaker(edges.map(({ id }) => id));
  return copied.flatMap((edge) => {
    const from = ids.get(edge.from);
    const to = ids.get(edge.to);
    if (from === undefined || to === undefined) return [];
    return [{ id: idFor(`${from}-${edge.port}`), from, port: edge.port, to }];
  });
}

function placesOf(
  { nodes, positions }: CopiedSteps,
  ids: ReadonlyMap<NodeId, NodeId>,
  by: Position
): Readonly<Record<NodeId, Position>> {
  return Object.fromEntries(
    nodes.map(({ id }, index) => {
      const { x, y } = positions[id] ?? { x: 0, y: index * 80 };
      return [ids.get(id) ?? id, { x: Math.round(x + by.x), y: Math.round(y + by.y) }];
    })
  );
}

/** What of roles, fields, dispositions and parameters the cadence does not have. */
function lacking(
  cadence: Cadence,
  copied: CopiedSteps
): { readonly fields: UpdateCadenceEdit['fields']; readonly added: readonly string[] } {
  const missing = <T extends { readonly id: string }>(own: readonly T[], theirs: readonly T[]) =>
    theirs.filter(({ id }) => !own.some((each) => each.id === id));
  const roles = missing(cadence.roles, copied.roles);
  const leadFields = missing(cadence.fields, copied.fields);
  const dispositions = missing(cadence.dispositions, copied.dispositions);
  const parameters = missing(cadence.parameters, copied.parameters);
  const fields: UpdateCadenceEdit['fields'] = {
    ...(roles.length > 0 && { roles: [...cadence.roles, ...roles] }),
    ...(leadFields.length > 0 && { fields: [...cadence.fields, ...leadFields] }),
    ...(dispositions.length > 0 && { dispositions: [...cadence.dispositions, ...dispositions] }),
    ...(parameters.length > 0 && { parameters: [...cadence.parameters, ...parameters] })
  };
  const all = [...roles, ...leadFields, ...dispositions, ...parameters];
  return { fields, added: all.map(({ id, name }) => name || id) };
}

/** The first scenario assumes of the new steps what was assumed of the old ones. */
function assumed(
  scenarios: readonly Scenario[],
  { nodes, assumptions }: CopiedSteps,
  ids: ReadonlyMap<NodeId, NodeId>,
  isHome: boolean
): readonly Edit[] {
  const [first, ...others] = scenarios;
  const entries = nodes.flatMap(({ id }) => {
    const assumption = assumptions[id];
    const to = ids.get(id);
    return assumption && to !== undefined
      ? [[to, isHome ? assumption : anywhere(assumption)] as const]
      : [];
  });
  if (!first || entries.length === 0) return [];
  const steps = { ...first.steps, ...Object.fromEntries(entries) };
  return [{ kind: 'setScenarios', scenarios: [{ ...first, steps }, ...others] }];
}

/** Without what only the scenario it is from knows: its segments and skills. */
function anywhere({ outcomes, skill: _, ...rest }: StepAssumption): StepAssumption {
  if (!outcomes) return rest;
  return {
    ...rest,
    outcomes: outcomes.map(({ disposition, chance }) => ({ disposition, chance }))
  };
}
