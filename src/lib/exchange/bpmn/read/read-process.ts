import {
  blankCadenceFile,
  newNode,
  parseCadenceValue,
  type Cadence,
  type CadenceEdge,
  type CadenceFile,
  type CadenceId,
  type CadenceNode,
  type Fault,
  type Layout,
  type NodeId
} from '$lib/domain';
import type { Result } from '$lib/util';
import type { Element } from '../moddle';
import { labelOf } from '../names';
import { xmlLine, xmlText } from '../shared';
import { collect, type Annotation, type Boxes, type Collected } from './collect';
import { Connector, type MadeStep } from './connect';
import { takeEventGateways } from './event-gateways';
import { joinLinks, takeBoundaries } from './events';
import { Ids } from './ids';
import type { Notes } from './notes';
import { ownData } from './own-data';
import { pairForks } from './pair-forks';
import { framesOf } from './frames';
import { directionOf, foreignPlaces, ownPlaces, type Drawn } from './place';
import type { BpmnOptions } from './options';
import { simplify } from './simplify';
import { splice } from './splice';

export interface ProcessContext {
  /** What it becomes. */
  readonly id: CadenceId;
  readonly boxes: Boxes;
  readonly notes: Notes;
  /** What the processes of the file become, by their own ids. */
  readonly ids: ReadonlyMap<string, CadenceId>;
  readonly options: BpmnOptions;
  readonly name: string;
}

/** What an export of ours kept of the file beside its steps. */
interface Kept {
  readonly base: CadenceFile;
  readonly loose: readonly { readonly at: number; readonly edge: CadenceEdge }[];
}

/** One process as a cadence; refused when it holds what no cadence can hold, as texts that are far too long. */
export function readProcess(
  process: Element,
  context: ProcessContext
): Result<CadenceFile, readonly Fault[]> {
  const { boxes, id, notes } = context;
  const collected = collect(process, boxes, notes);
  const kept = keptOf(process, context);
  const blank = blankFor(id, context);
  const base = kept ? named(kept.base, context.name) : withRoles(blank, collected);
  const { steps, edges } = connected(collected, base.cadence, context);
  const noted = notesOf(collected.annotations, steps);
  const all = [...steps, ...noted].sort((a, b) => orderOf(a) - orderOf(b) || 0);
  const nodes = pairForks(all, edges);
  const cadence: Cadence = { ...base.cadence, id, nodes, edges: withLoose(edges, nodes, kept) };
  const frames = framesOf(collected.groups, all, boxes, base.layout.frames);
  const places = layoutOf(cadence, all, kept?.base.layout ?? null);
  const file = { ...base, cadence, layout: frames ? { ...places, frames } : places };
  const checked = parseCadenceValue(file);
  if (checked.ok) return checked;
  const plain = { ...blank, cadence: { ...blank.cadence, nodes, edges }, layout: file.layout };
  const rechecked = parseCadenceValue(plain);
  if (!rechecked.ok) return rechecked;
  notes.add(
    process,
    'What was kept of the cadence does not fit its steps.',
    'Its settings are new.'
  );
  return rechecked;
}

function connected(
  { sketch, inners, hosts }: Collected,
  cadence: Cadence,
  context: ProcessContext
) {
  const { notes, ids: cadences } = context;
  splice(sketch, inners, notes);
  joinLinks(sketch, notes);
  takeEventGateways(sketch, notes);
  const limits = takeBoundaries(sketch, hosts, notes);
  simplify(sketch, notes);
  const roles = new Map(cadence.roles.map(({ id, name }) => [name, id]));
  const made = new Connector({ sketch, notes, limits, cadences, roles }, cadence).run();
  return { edges: made.edges, steps: made.steps.map((step) => renamed(step, cadence)) };
}

/** A name that was changed elsewhere counts; one that is as we wrote it stands for what we know. */
function renamed(step: MadeStep, cadence: Cadence): MadeStep {
  const { node, spot } = step;
  if (!spot?.own || spot.name === xmlLine(labelOf(spot.own.written, cadence))) return step;
  return { ...step, node: { ...node, name: spot.name } };
}

function keptOf(process: Element, { notes }: ProcessContext): Kept | null {
  const data = ownData(process, 'cadenza:Cadence');
  if (!data) return null;
  const { format, settings, layout, scenarios, linked, loose } = data;
  const parsed = parseCadenceValue({
    format,
    cadence: { ...(settings as object | null), nodes: [], edges: [] },
    layout: { ...(layout as object | null), positions: {} },
    scenarios,
    linked
  });
  if (!parsed.ok) {
    notes.add(
      process,
      'What was kept of the cadence’s settings is damaged.',
      'Its settings are new.'
    );
    return null;
  }
  return { base: parsed.value, loose: Array.isArray(loose) ? (loose as Kept['loose']) : [] };
}

function named(file: CadenceFile, name: string): CadenceFile {
  if (xmlLine(file.cadence.name) === xmlLine(name) || xmlLine(file.cadence.name) === '')
    return file;
  return { ...file, cadence: { ...file.cadence, name } };
}

function blankFor(id: CadenceId, { name, options: { tz, start } }: ProcessContext): CadenceFile {
  return blankCadenceFile({ id, name, ...(tz ? { tz } : {}), ...(start ? { start } : {}) });
}

/** Lanes are who does what: each is a role. */
function withRoles(file: CadenceFile, { sketch }: Collected): CadenceFile {
  const lanes = [...new Set(sketch.spots.flatMap(({ lane }) => lane ?? []))].slice(0, 200);
  if (lanes.length === 0) return file;
  const ids = new Ids();
  const roles = lanes.map((name) => ({ id: ids.next(name), name }));
  return { ...file, cadence: { ...file.cadence, roles } };
}

/** Texts of the drawing as notes. */
function notesOf(annotations: readonly Annotation[], steps: readonly MadeStep[]): MadeStep[] {
  const ids = new Ids();
  for (const { node } of steps) ids.take(node.id);
  return annotations.map((each) => {
    const { node, own, text, box } = each;
    const id = node && ids.take(node.id) ? node.id : ids.next('note');
    const same = node && xmlText(node.text) === text;
    const made: CadenceNode = node
      ? { ...node, id, text: same ? node.text : text }
      : newNode('note', id, { name: '', text });
    const spot = { id: each.id, type: 'note', name: '', element: null, box, lane: null };
    return { node: made, spot: own ? { ...spot, own } : spot };
  });
}

function orderOf({ spot }: MadeStep): number {
  return spot?.own?.at ?? Infinity;
}

/** Connections that could not be drawn, put back between the others. */
function withLoose(
  edges: readonly CadenceEdge[],
  nodes: readonly CadenceNode[],
  kept: Kept | null
): readonly CadenceEdge[] {
  if (!kept || kept.loose.length === 0) return edges;
  const ids = new Set<NodeId>(nodes.map(({ id }) => id));
  const all = [...edges];
  for (const loose of kept.loose) {
    // Of any shape, until the whole is looked at.
    const { at, edge } = (loose ?? {}) as Partial<Kept['loose'][number]>;
    const fits = edge && ids.has(edge.from) && ids.has(edge.to);
    if (fits) all.splice(at ?? 0, 0, edge);
  }
  return all;
}

function layoutOf(cadence: Cadence, all: readonly MadeStep[], kept: Layout | null): Layout {
  const drawn = all.map(({ node, spot }): Drawn => ({
    id: node.id,
    box: spot?.box ?? null,
    ...(spot?.own ? { place: spot.own.place } : {})
  }));
  if (kept) {
    return { ...kept, positions: ownPlaces(cadence, drawn, kept.direction ?? 'down') };
  }
  const direction = directionOf(cadence, drawn);
  return { direction, positions: foreignPlaces(cadence, drawn, direction) };
}
