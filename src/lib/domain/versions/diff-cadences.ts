import type { Cadence, CadenceNode } from '../cadence';
import { CHANNEL_NAMES } from '../kinds/action';
import { oneOf } from '../words/durations';
import { connectionChanges } from './connection-changes';
import type { CadenceDiff, FieldChange, StepChange } from './diff';
import { fieldChanges } from './field-changes';
import { extentOf, propertyName, type Extent } from './property-words';

/**
 * What differs between two versions of a cadence. Where steps and connections stand in the file, and
 * what connections are called, plays no part.
 */
export function diffCadences(before: Cadence, after: Cadence): CadenceDiff {
  const steps = stepChanges(before, after);
  const connections = connectionChanges(before, after);
  const { nodes: _nodes, edges: _edges, ...old } = before;
  const { nodes: _others, edges: _ways, ...fresh } = after;
  const settings = fieldChanges(old, fresh, [before, after]);
  return { steps, connections, settings, extent: extentOfAll(steps, connections, settings) };
}

function stepChanges(before: Cadence, after: Cadence): readonly StepChange[] {
  const changes: StepChange[] = [];
  for (const node of after.nodes) {
    const old = before.nodes.find(({ id }) => id === node.id);
    if (!old || old.kind !== node.kind) {
      changes.push(wholeStep('added', node));
      continue;
    }
    const fields = fieldChanges(old, node, [before, after]);
    if (fields.length > 0) changes.push(changedStep(node, fields));
  }
  for (const node of before.nodes) {
    const kept = after.nodes.find(({ id }) => id === node.id);
    if (!kept || kept.kind !== node.kind) changes.push(wholeStep('removed', node));
  }
  return changes;
}

function wholeStep(change: 'added' | 'removed', node: CadenceNode): StepChange {
  const words = `${change === 'added' ? 'Added' : 'Removed'} ${titleOf(node)}`;
  return { change, node: node.id, kind: node.kind, name: node.name, fields: [], words };
}

function changedStep(node: CadenceNode, fields: readonly FieldChange[]): StepChange {
  const names = new Set(fields.map(({ path }) => propertyName(path.split(/[.[]/, 1)[0] ?? path)));
  return {
    change: 'changed',
    node: node.id,
    kind: node.kind,
    name: node.name,
    fields,
    words: `Changed ${titleOf(node)}: ${oneOf([...names], 'and')}`
  };
}

/** `call “Ring them”`. */
function titleOf(node: CadenceNode): string {
  const what = node.kind === 'action' ? CHANNEL_NAMES[node.channel] : node.kind;
  const lower = what === 'SMS' ? what : what.toLowerCase();
  return `${lower} “${node.name || node.id}”`;
}

const EXTENTS: readonly Extent[] = ['none', 'text', 'timing', 'structure'];

function extentOfAll(
  steps: readonly StepChange[],
  connections: CadenceDiff['connections'],
  settings: readonly FieldChange[]
): Extent {
  const of = ({ path }: FieldChange) => extentOf(path.split(/[.[\]]+/).filter(Boolean));
  const found: Extent[] = [
    ...settings.map(of),
    ...steps.flatMap(({ change, kind, fields }): Extent[] => {
      if (kind === 'note') return ['text'];
      return change === 'changed' ? fields.map(of) : ['structure'];
    }),
    ...(connections.length > 0 ? (['structure'] as const) : [])
  ];
  return EXTENTS[Math.max(0, ...found.map((each) => EXTENTS.indexOf(each)))] ?? 'none';
}
