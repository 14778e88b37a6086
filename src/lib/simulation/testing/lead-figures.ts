import type { Enrollment } from '$lib/engine';
import type { Program } from '$lib/program';
import { runShare } from '../run';
import type { Model } from '../model/model';
import type { CadenceTally } from '../statistics/cadence-tally';
import { sumOf } from '../statistics/sums';
import { Tally } from '../statistics/tally';
import type { FoldedLead } from './folded-lead';

/** Whatever is above nought, by what it is called. */
export type Figures = Readonly<Record<string, number>>;

/** What the simulator counts of one lead. */
export function simulatedFigures(model: Model, index: number): Figures {
  const tally = new Tally(model);
  runShare(model, { replication: 0, from: index, to: index + 1 }, tally).run(1);
  const found: Record<string, number> = {};
  for (const cell of tally.cells) addTally(found, 'main', cell);
  tally.linked.forEach((each, row) => {
    addTally(found, row < model.linked.length ? each.program.cadence : 'again', each);
  });
  return found;
}

function addTally(into: Record<string, number>, name: string, tally: CadenceTally): void {
  const { program } = tally;
  program.nodes.forEach((node, pc) => {
    const of = (what: string, count: number | undefined) =>
      add(into, `${name} ${node} ${what}`, count);
    of('visits', tally.visits[pc]);
    of('skipped', tally.skipped[pc]);
    of('refused', tally.refused[pc]);
    of('held', tally.held[pc]);
    of('ends', (tally.exits[pc] ?? 0) + (tally.handoffs[pc] ?? 0));
    of('waited', sumOf(tally.waited, pc));
    of('worked', sumOf(tally.worked, pc));
    for (let column = 0; column < tally.columns; column++)
      of(`done ${column - 1}`, tally.outcomes[pc * tally.columns + column]);
  });
  program.edges.forEach((edge, row) => add(into, `${name} ${edge}`, tally.passages[row]));
  program.handlers.forEach(({ id }, row) =>
    add(into, `${name} handler ${id}`, tally.handlers[row])
  );
  add(into, `${name} unfinished`, tally.unfinished);
  if (name === 'main') add(into, 'elapsed', tally.timeOf(0));
}

/** The same of a lead that was folded. */
export function foldedFigures(model: Model, lead: FoldedLead): Figures {
  const found: Record<string, number> = {};
  lead.runs.forEach((run, i) => {
    const { program } =
      [model, ...model.linked].find((each) => each.program.version === run.version) ?? model;
    const isMain = program === model.program;
    const name = i === 0 ? 'main' : isMain ? 'again' : run.cadence;
    addRun(found, name, program, run);
    for (const [what, sums] of [
      ['waited', lead.waited],
      ['worked', lead.worked]
    ] as const)
      for (const [place, sum] of sums)
        if (place.startsWith(`${run.key}/`))
          add(found, `${name} ${place.slice(run.key.length + 1)} ${what}`, sum);
  });
  const [main] = lead.runs;
  if (main?.end) add(found, 'elapsed', main.end.at - main.enrolledAt);
  return found;
}

function addRun(
  into: Record<string, number>,
  name: string,
  program: Program,
  { trace, end }: Enrollment
): void {
  const nodeOf = (step: string) => step.slice(0, step.lastIndexOf('#'));
  for (const entry of trace) {
    switch (entry.type) {
      case 'entered':
        add(into, `${name} ${nodeOf(entry.step)} visits`, 1);
        break;
      case 'skipped':
      case 'refused':
      case 'held':
        add(into, `${name} ${nodeOf(entry.step)} ${entry.type}`, 1);
        break;
      case 'completed': {
        const row = program.dispositions.findIndex(({ id }) => id === entry.disposition);
        add(into, `${name} ${nodeOf(entry.step)} done ${row}`, 1);
        break;
      }
      case 'left':
        add(into, `${name} ${edgeOf(program, entry.node, entry.port)}`, 1);
        break;
      case 'handled':
        add(into, `${name} handler ${entry.handler}`, 1);
        break;
      default:
        break;
    }
  }
  if (!end) add(into, `${name} unfinished`, 1);
  else if (end.node !== null) add(into, `${name} ${end.node} ends`, 1);
}

function edgeOf(program: Program, node: string, port: string): string {
  const pc = program.nodes.indexOf(node);
  const first = program.firstPort[pc] ?? 0;
  const row = program.portNames.indexOf(port, first);
  return program.edges[program.edge[row] ?? -1] ?? '';
}

function add(into: Record<string, number>, name: string, amount = 0): void {
  if (amount > 0) into[name] = (into[name] ?? 0) + amount;
}
