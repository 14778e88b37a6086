import { compile } from '$lib/compiler';
import {
  SimulationRun,
  modelOf,
  type Model,
  type ModelOptions,
  type SimulationResult
} from '$lib/simulation';
import { loadCadenceFile, readProjectFile } from '$tests/support/files';
import { forLeads } from '../bench/scale';

/** The reference workloads: their figures are known from analysis and from other implementations. */
export type Workload = 'six-step-a' | 'six-step-b' | 'order-loop';

interface Size {
  readonly leads: number;
  /** Runs that the figures were found in, each with another seed. */
  readonly runs: number;
  readonly figures: Readonly<Record<string, Spread>>;
}

interface Spread {
  readonly mean: number;
  /** From run to run. */
  readonly deviation: number;
}

export type Figures = Readonly<Record<string, number>>;

/** A workload with so many leads, and as many people as that takes. */
export function workloadModel(name: Workload, leads: number, options: ModelOptions = {}): Model {
  const file = loadCadenceFile(`tests/bench/${name}.json`);
  const { program, diagnostics } = compile(file.cadence);
  const [scenario] = file.scenarios;
  if (!program || !scenario) throw new Error(JSON.stringify(diagnostics));
  const model = modelOf(program, forLeads(scenario, leads), options);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

export function resultOf(model: Model): SimulationResult {
  const run = new SimulationRun(model);
  run.run(run.leads);
  return run.result();
}

/** What the independent implementation found of a workload with so many leads. */
export function referenceOf(name: Workload, leads: number): Size {
  const text = readProjectFile(`tests/simulation/fixtures/${name}.json`);
  const { sizes } = JSON.parse(text) as { readonly sizes: readonly Size[] };
  const size = sizes.find((each) => each.leads === leads);
  if (!size) throw new Error(`no figures of ${name} with ${leads} leads`);
  return size;
}

/** How many standard errors each figure lies away from the reference; `resolution` is forgiven. */
export function distances(
  found: Figures,
  { figures, runs }: Size,
  resolution: Figures = {}
): Readonly<Record<string, number>> {
  const far = Object.entries(figures).map(([name, { mean, deviation }]) => {
    const error = deviation * Math.sqrt(1 + 1 / runs);
    const off = Math.abs((found[name] ?? NaN) - mean) - (resolution[name] ?? 0);
    return [name, off <= 0 ? 0 : off / error] as const;
  });
  return Object.fromEntries(far);
}

const MINUTE = 60_000;

/** The figures of six-step A and B as the reference names them; times are minutes. */
export function sixStepFigures({ exits, steps, elapsed, people }: SimulationResult): Figures {
  const touches = steps.filter(({ kind }) => kind === 'action');
  const calls = touches.filter(({ channel }) => channel === 'call');
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const exit = (node: string) => exits.find((each) => each.node === node)?.count ?? NaN;
  const byTouch = touches.flatMap(({ reached, dispositions }, i) => [
    [`reached${i}`, reached],
    [`interested${i}`, dispositions['interested'] ?? 0],
    [`notInterested${i}`, dispositions['not-interested'] ?? 0]
  ]);
  return {
    interested: exit('interested'),
    notInterested: exit('not-interested'),
    noAnswer: exit('no-answer'),
    ...(Object.fromEntries(byTouch) as Figures),
    mean: elapsed.mean / MINUTE,
    p50: elapsed.p50 / MINUTE,
    p90: elapsed.p90 / MINUTE,
    talk: sum(touches.map(({ effort }) => effort)) / MINUTE,
    utilization: utilizationOf(people[0]),
    queueDelay:
      sum(calls.map(({ waiting }) => waiting)) / sum(calls.map(({ visits }) => visits)) / MINUTE
  };
}

/** The reference counts the day of the last task as a whole one. */
function utilizationOf(team: SimulationResult['people'][number] | undefined): number {
  if (!team) return NaN;
  const shift = 480 * MINUTE;
  const days = Math.ceil(team.available / team.count / shift);
  return team.worked / (team.count * days * shift);
}

/** The same of the order loop; `ordered` is how many leads ordered once, twice, and so on. */
export function orderLoopFigures(
  { exits, steps, elapsed }: SimulationResult,
  ordered: readonly number[]
): Figures {
  const visits = (node: string) => steps.find((step) => step.node === node)?.visits ?? NaN;
  const exit = (node: string) => exits.find((each) => each.node === node)?.count ?? NaN;
  return {
    orders: visits('order'),
    returns: visits('decide'),
    refunded: exit('refunded'),
    reorders: visits('until-next'),
    kept: exit('kept'),
    mean: elapsed.mean / MINUTE,
    p50: elapsed.p50 / MINUTE,
    p90: elapsed.p90 / MINUTE,
    // Each order of the reference passes four steps, each return four, every other order one more.
    visits:
      visits('start') +
      steps.filter(({ kind }) => kind === 'exit').reduce((sum, step) => sum + step.visits, 0) +
      4 * visits('order') +
      4 * visits('decide') +
      visits('again') +
      visits('until-next'),
    ...Object.fromEntries(ordered.map((count, i) => [`ordered${i + 1}`, count]))
  };
}
