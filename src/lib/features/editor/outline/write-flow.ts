import type { NodeId } from '$lib/domain';
import { mainWay, waysOf, waysOn, wayWords, type FlowGraph, type Way } from '../walk/flow-graph';
import { isGateOf, reachOf, type Reach } from './dominators';
import { wayKey, type OutlineRow, type StepRow, type WayRow } from './rows';

export interface Page {
  readonly graph: FlowGraph;
  /** Steps that have their row. */
  readonly placed: Set<NodeId>;
  readonly rows: OutlineRow[];
}

/** Steps that follow each other without moving in: where they stand, and which stage they are in. */
interface Run {
  readonly parent: string | null;
  readonly level: number;
  readonly indent: number;
  stage: string | null;
}

interface StepTask {
  readonly type: 'step';
  readonly id: NodeId;
  readonly run: Run;
  readonly way: Way | null;
  /** The stage it belongs under, if that has not ended meanwhile; undefined: the one it comes in. */
  readonly stage?: string | null;
}

type Task = StepTask | { readonly type: 'way'; readonly row: WayRow };

/** The run of steps that stand under no other; under a heading, if there is one. */
export function topRun(heading: string | null): Run {
  return { parent: heading, level: heading === null ? 1 : 2, indent: 0, stage: null };
}

/** Writes down what can be reached from the roots and has no row yet. */
export function writeFlow(page: Page, roots: readonly NodeId[], run: Run): void {
  const { graph, placed, rows } = page;
  const before = new Set(placed);
  const reach = reachOf(roots, (id) =>
    waysOn(graph, id).flatMap(({ to }) => (before.has(to) ? [] : [to]))
  );
  const behind = behindGates(reach);
  const top = [...roots, ...(behind.get(null) ?? []).filter((id) => !roots.includes(id))];
  // No recursion: a cadence may be thousands of steps long.
  const tasks: Task[] = top.map((id): Task => ({ type: 'step', id, run, way: null })).toReversed();
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if (task.type === 'way') {
      rows.push(task.row);
      continue;
    }
    const row = stepRow(graph, reach, task);
    placed.add(task.id);
    rows.push(row);
    if (graph.nodes.get(task.id)?.kind === 'stage') task.run.stage = row.key;
    tasks.push(...following(graph, reach, behind, task, row).toReversed());
  }
}

/** What comes after a step: its other ways moved in, then its usual one, then where its ways meet. */
function following(
  graph: FlowGraph,
  reach: Reach,
  behind: ReadonlyMap<NodeId | null, readonly NodeId[]>,
  { id, run }: StepTask,
  { key, level, indent }: StepRow
): readonly Task[] {
  const own = new Set(behind.get(id) ?? []);
  const ways = waysOf(graph, id);
  const main = mainWay(graph, id);
  const goesOn = main?.to != null && own.has(main.to) ? main : undefined;
  if (goesOn?.to != null) own.delete(goesOn.to);
  const moved: Run = { parent: key, level: level + 1, indent: indent + 1, stage: null };
  const aside = ways.flatMap((way): Task[] => {
    if (way === goesOn) return [];
    const to = way.to;
    if (to === null || !own.has(to) || !leadsAlone(graph, reach, way, to)) {
      return [{ type: 'way', row: wayRow(graph, reach, way, moved, ways.length > 1) }];
    }
    own.delete(to);
    return [{ type: 'step', id: to, run: { ...moved }, way }];
  });
  const meeting = [...own].map((to): Task => ({
    type: 'step',
    id: to,
    run,
    way: null,
    stage: run.stage
  }));
  if (goesOn?.to == null) return [...aside, ...meeting];
  const on: Task = { type: 'step', id: goesOn.to, run, way: ways.length > 1 ? goesOn : null };
  return [...aside, on, ...meeting];
}

function stepRow(graph: FlowGraph, reach: Reach, { id, run, way, stage }: StepTask): StepRow {
  if (stage !== undefined && run.stage !== stage) run.stage = null;
  const isStage = graph.nodes.get(id)?.kind === 'stage';
  const under = isStage ? null : run.stage;
  const from = (graph.into.get(id) ?? []).map((edge) => edge.from);
  const meets = new Set(from.filter((source) => !isGateOf(reach, id, source)));
  return {
    type: 'step',
    key: id,
    id,
    level: under === null ? run.level : run.level + 1,
    indent: run.indent,
    parent: under ?? run.parent,
    way: way?.edge == null ? null : { edge: way.edge, words: wayWords(graph, way) },
    meets: meets.size > 1 ? [...meets] : []
  };
}

function wayRow(
  graph: FlowGraph,
  { rank }: Reach,
  way: Way,
  { level, indent, parent }: Run,
  isNamed: boolean
): WayRow {
  const { from, port, edge, to } = way;
  const back = to !== null && (rank.get(to) ?? Infinity) <= (rank.get(from) ?? 0);
  const words = isNamed ? wayWords(graph, way) : '';
  const key = wayKey(from, port, edge);
  return { type: 'way', key, level, indent, parent, from, port, words, edge, to, back };
}

/** Whether a step is reached by this way only, loops from behind it aside. */
function leadsAlone(graph: FlowGraph, reach: Reach, way: Way, to: NodeId): boolean {
  return (graph.into.get(to) ?? []).every(
    (edge) => edge.id === way.edge || !reach.rank.has(edge.from) || isGateOf(reach, to, edge.from)
  );
}

/** The steps right behind each gate, in order. */
function behindGates({ order, gate }: Reach): ReadonlyMap<NodeId | null, readonly NodeId[]> {
  const behind = new Map<NodeId | null, NodeId[]>();
  for (const id of order) {
    const key = gate.get(id) ?? null;
    const list = behind.get(key);
    if (list) list.push(id);
    else behind.set(key, [id]);
  }
  return behind;
}
