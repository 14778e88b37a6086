import { FORMAT, type CadenceFile } from '../file';
import type { NodeId } from '../ids';
import { COPIED, type CopiedSteps } from './copied-steps';
import { referencesOf } from './references';

/** These steps of a file, the edges between them and everything of the cadence they refer to. */
export function copySteps(file: CadenceFile, ids: ReadonlySet<NodeId>): CopiedSteps {
  const { cadence, layout, scenarios } = file;
  const nodes = cadence.nodes.filter((node) => ids.has(node.id));
  const used = referencesOf(nodes);
  const dispositions = cadence.dispositions.filter(({ id }) => used.dispositions.has(id));
  for (const { after } of dispositions) {
    if (after && 'parameter' in after) used.parameters.add(after.parameter);
  }
  return {
    cadenza: COPIED,
    format: FORMAT,
    from: cadence.id,
    nodes,
    edges: cadence.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    positions: only(layout.positions, ids),
    direction: layout.direction ?? 'down',
    roles: cadence.roles.filter(({ id }) => used.roles.has(id)),
    fields: cadence.fields.filter(({ id }) => used.fields.has(id)),
    dispositions,
    parameters: cadence.parameters.filter(({ id }) => used.parameters.has(id)),
    assumptions: only(scenarios[0]?.steps ?? {}, ids)
  };
}

/** The text that goes through the clipboard. */
export function writeCopiedSteps(copied: CopiedSteps): string {
  return JSON.stringify(copied);
}

function only<T>(
  table: Readonly<Record<NodeId, T>>,
  ids: ReadonlySet<NodeId>
): Readonly<Record<NodeId, T>> {
  return Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id)));
}
