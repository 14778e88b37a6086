import { EXIT_RESULTS, type ExitResult } from '$lib/domain';
import { OP, type Program } from '$lib/program';
import type { Model } from '../model/model';
import { TIME, type CadenceTally } from './cadence-tally';
import type { Fraction } from './interval';
import { amountsOf, knowsMoney, successesOf, type Amounts } from './money';
import { endedWith, possibleResults } from './other-ends';
import { sumOf } from './sums';

/** What a metric counts: a share of the leads, touches, milliseconds, or money. */
export type MetricKind = 'share' | 'count' | 'time' | 'money';

/** A mean over leads that can be added up from cells. */
export interface Metric {
  readonly id: string;
  readonly kind: MetricKind;
  /** What the cell of one segment adds to the mean. */
  fraction(model: Model, cell: CadenceTally, segment: number): Fraction;
}

/**
 * What a simulation can be judged by, beside the share of each result (by its name) and of each exit
 * (`exit:<node>`): leads that left won, qualified or with a meeting, touches, times, and money; all per lead.
 */
export const METRICS: readonly Metric[] = [
  share('success', successesOf),
  { id: 'touches', kind: 'count', fraction: (_, cell) => perLead(cell, cell.touches) },
  time('elapsed', TIME.elapsed, ended),
  time('cycle', TIME.cycle, ended),
  time('firstResponse', TIME.firstResponse, ({ answered }) => answered),
  {
    id: 'effort',
    kind: 'time',
    fraction: (_, cell) => perLead(cell, sumOfTasks(cell, cell.worked))
  },
  {
    id: 'waiting',
    kind: 'time',
    fraction: (_, cell) => perLead(cell, sumOfTasks(cell, cell.waited))
  },
  money('cost', ({ people, touches }) => people + touches),
  money('value', ({ value }) => value),
  money('profit', ({ people, touches, value }) => value - people - touches)
];

/** What is not counted where only the main figures are asked for. */
const NOT_IN_BRIEF: ReadonlySet<string> = new Set(['cycle', 'firstResponse']);

/** The metric of this name, for one program; null: there is none. */
export function metricOf(program: Program, id: string): Metric | null {
  const fixed = METRICS.find((metric) => metric.id === id);
  if (fixed) return fixed;
  const result = EXIT_RESULTS.find((each) => each === id);
  if (result) return ofResult(result);
  const pc = id.startsWith(EXIT) ? program.nodes.indexOf(id.slice(EXIT.length)) : -1;
  return program.op[pc] === OP.exit ? share(id, ({ exits }) => exits[pc] ?? 0) : null;
}

/** Every metric that says something of a model's leads. */
export function metricsOf(model: Model): readonly Metric[] {
  const { program } = model;
  const possible = possibleResults(program);
  const exits = program.nodes.flatMap((node) => metricOf(program, EXIT + node) ?? []);
  return [
    ...METRICS.filter(({ kind }) => kind !== 'money' || knowsMoney(model)).filter(
      ({ id }) => !model.brief || !NOT_IN_BRIEF.has(id)
    ),
    ...EXIT_RESULTS.filter((result) => possible.has(result)).map(ofResult),
    ...exits
  ];
}

const EXIT = 'exit:';

function ofResult(result: ExitResult): Metric {
  return share(result, (cell) => endedWith(cell, result));
}

function share(id: string, count: (cell: CadenceTally) => number): Metric {
  return { id, kind: 'share', fraction: (_, cell) => perLead(cell, count(cell)) };
}

function time(id: string, row: number, of: (cell: CadenceTally) => number): Metric {
  return {
    id,
    kind: 'time',
    fraction: (_, cell) => ({ numerator: cell.timeOf(row), denominator: of(cell) })
  };
}

function money(id: string, of: (amounts: Amounts) => number): Metric {
  return {
    id,
    kind: 'money',
    fraction: (model, cell, segment) => ({
      numerator: of(amountsOf(model, cell, segment)) / 1000,
      denominator: cell.runs
    })
  };
}

/** Leads whose run came to an end. */
function ended({ runs, unfinished }: CadenceTally): number {
  return runs - unfinished;
}

function perLead({ runs }: CadenceTally, numerator: number): Fraction {
  return { numerator, denominator: runs };
}

function sumOfTasks({ program }: CadenceTally, sums: Float64Array): number {
  let sum = 0;
  for (let pc = 0; pc < program.op.length; pc++)
    if (program.op[pc] === OP.task) sum += sumOf(sums, pc);
  return sum;
}
