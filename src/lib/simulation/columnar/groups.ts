import { OP } from '$lib/program';
import { present } from '$lib/util';
import type { Model } from '../model/model';
import { columnsOf } from './cases';
import { append, longestOf } from './durations';
import type { End, Flow, Group, Operation } from './flow';
import { UNTOUCHED, comesAgain, inOrder, touchesBefore } from './order';
import { StepReader, type Step } from './steps';
import { YEAR, type Tables } from './tables';

/** The engine lets a run take so many steps. */
const STEP_BUDGET = 10_000;

/** Steps before they are numbered as groups. */
interface Chain {
  readonly head: number;
  readonly pcs: number[];
  readonly edges: number[];
  readonly operations: Operation[];
  /** The step by whose ways they are left. */
  last: Step;
}

/** Puts the steps of a cadence together, as leads of one segment go through them. */
export function flowOf(
  model: Model,
  segment: number,
  tables: Tables,
  reasons: Set<string>
): Flow | null {
  const { program } = model;
  const size = program.op.length;
  const columns = new Map<string, number>();
  const reader = new StepReader(model, segment, tables, columns, reasons);
  const steps = readSteps(program.start, size, reader);
  const calendar = tables.of(program.calendar);
  if (!calendar) reasons.add('the calendar of the cadence is too uneven');
  if (reasons.size > 0 || !calendar) return null;
  const chains = inOrder(program.start, chainsOf(headsOf(program.start, steps), steps, tables));
  const place = new Map(chains.map(({ head }, index) => [head, index]));
  const placeOf = (head: number): number => present(place.get(head), 'group that a way leads to');
  const nexts = chains.map(({ last }) => last.ways.map(({ to }) => placeOf(to)));
  const back = new Set(nexts.flatMap((next, index) => next.filter((to) => to <= index)));
  const isTask = chains.map(({ pcs }) => program.op[pcs[pcs.length - 1] ?? 0] === OP.task);
  const before = touchesBefore(nexts, isTask);
  const spent = new Float64Array(chains.length);
  const groups = chains.map((chain, index): Group => {
    const lastPc = chain.pcs[chain.pcs.length - 1] ?? 0;
    const taskPc = isTask[index] ? lastPc : -1;
    const screened = back.has(index);
    const all = [...chain.operations, ...touchOf(chain, taskPc, before[index] ?? 0)];
    const operations = withScreens(all, screened ? 0 : (spent[index] ?? 0), tables);
    for (const to of nexts[index] ?? [])
      if (to > index) spent[to] = Math.max(spent[to] ?? 0, operations.spent);
    return {
      pcs: chain.pcs.filter((pc) => pc < size),
      edges: chain.edges,
      operations: operations.all,
      taskPc,
      part: chain.last.part,
      ways: chain.last.ways.map((way) => ({ ...way, to: placeOf(way.to) })),
      end: chain.last.ways.length > 0 ? null : endOf(lastPc, size, program.dispositions.length),
      columns:
        taskPc < 0 ? [] : columnsOf(program, taskPc).flatMap((name) => columns.get(name) ?? []),
      again: comesAgain(index, nexts),
      screened
    };
  });
  // A branch that finds the calendar closed is walked twice.
  const most = 2 * groups.reduce((sum, { pcs }) => sum + pcs.length, 0);
  const mostVisits = Math.floor((STEP_BUDGET / most - 1) / Math.max(1, back.size));
  if (mostVisits < 2) reasons.add('it has too many steps');
  return { groups, mostVisits, calendar, columns: columns.size };
}

/** What a touch is for the times to the first one. */
function touchOf(chain: Chain, pc: number, before: number): Operation[] {
  if (pc < 0) return [];
  const operations: Operation[] = [];
  if (before & UNTOUCHED) operations.push({ type: 'first', all: before === UNTOUCHED, pc });
  const { type } = chain.last.part;
  if (type !== 'two' && type !== 'three') operations.push({ type: 'touched', pc });
  return operations;
}

/** Looks at the leads again wherever they may have gone on for a year since they were looked at. */
function withScreens(
  operations: readonly Operation[],
  before: number,
  tables: Tables
): { readonly all: readonly Operation[]; readonly spent: number } {
  const all: Operation[] = [];
  let spent = before;
  for (const operation of operations) {
    all.push(operation);
    spent += longestOf(operation, tables);
    if (spent <= YEAR) continue;
    all.push({ type: 'screen', pc: operation.pc });
    spent = 0;
  }
  return { all, spent };
}

function endOf(pc: number, size: number, dispositions: number): End {
  if (pc < size) return { type: 'exit', pc };
  return pc < size + dispositions
    ? { type: 'finish', disposition: pc - size }
    : { type: 'optedOut' };
}

function readSteps(start: number, size: number, reader: StepReader): Map<number, Step> {
  const steps = new Map<number, Step>();
  const open = [start];
  for (let pc = open.pop(); pc !== undefined; pc = open.pop()) {
    if (steps.has(pc)) continue;
    const step: Step =
      pc < size ? reader.step(pc) : { operations: [], part: { type: 'all' }, ways: [] };
    steps.set(pc, step);
    open.push(...step.ways.map(({ to }) => to));
  }
  return steps;
}

/** Where leads come together or are parted, and where they begin. */
function headsOf(start: number, steps: ReadonlyMap<number, Step>): Set<number> {
  const heads = new Set([start]);
  const before = new Set<number>();
  for (const { ways } of steps.values())
    for (const { to, disposition } of ways) {
      if (ways.length > 1 || disposition !== null || before.has(to)) heads.add(to);
      before.add(to);
    }
  return heads;
}

function chainsOf(
  heads: ReadonlySet<number>,
  steps: ReadonlyMap<number, Step>,
  tables: Tables
): Chain[] {
  return [...heads].map((head) => {
    const chain: Chain = {
      head,
      pcs: [],
      edges: [],
      operations: [],
      last: steps.get(head) as Step
    };
    for (let pc = head; ;) {
      const step = steps.get(pc) as Step;
      chain.pcs.push(pc);
      chain.last = step;
      for (const operation of step.operations) append(chain.operations, operation, tables);
      const [way, other] = step.ways;
      if (!way || other || heads.has(way.to) || way.disposition !== null) break;
      chain.edges.push(way.edge);
      pc = way.to;
    }
    return chain;
  });
}
