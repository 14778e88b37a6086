import type { ExitResult } from '$lib/domain';
import { OP, type Program, type ProgramDisposition } from '$lib/program';
import type { CadenceTally } from './cadence-tally';
import type { OtherEnd } from './result';
import { shareOf } from './wilson';

type Kind = Pick<OtherEnd, 'cause' | 'result' | 'node' | 'name'>;

/** Runs that ended elsewhere than at an exit, by what ended them. */
export function otherEndsOf(tally: CadenceTally): readonly OtherEnd[] {
  return endsOf(tally)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ ...kind, count, ...shareOf(count, tally.runs) }));
}

/** Results that are a success: what cadences are for. */
export const SUCCESSES: readonly ExitResult[] = ['won', 'qualified', 'meetingBooked'];

/** How many runs ended with a verdict, by an exit or otherwise. */
export function endedWith(tally: CadenceTally, result: ExitResult): number {
  const { program, exits } = tally;
  let sum = 0;
  for (let pc = 0; pc < program.op.length; pc++)
    if (program.op[pc] === OP.exit && program.exits[program.arg[pc] ?? 0]?.result === result)
      sum += exits[pc] ?? 0;
  if (result === 'handedOver') for (const count of tally.handoffs) sum += count;
  program.dispositions.forEach((disposition, row) => {
    if (resultOf(disposition) === result) sum += tally.finishes[row] ?? 0;
  });
  if (result === LIMIT.result) sum += tally.limit;
  if (result === STOPPED.result) sum += tally.stopped;
  if (result === OPTED_OUT.result) sum += tally.optedOut;
  return sum;
}

/** The verdicts that runs of a program may end with. */
export function possibleResults(program: Program): ReadonlySet<ExitResult> {
  return new Set<ExitResult>([
    ...program.exits.map(({ result }) => result),
    ...program.dispositions
      .filter(({ action, optOut }) => action === 'finish' || optOut)
      .map(resultOf),
    ...(program.handoffs.length > 0 ? (['handedOver'] as const) : []),
    ...(program.verdictWithin ? (['unresponsive'] as const) : [])
  ]);
}

function endsOf(tally: CadenceTally): readonly [Kind, number][] {
  const { program } = tally;
  return [
    ...program.nodes.map((_, pc): [Kind, number] => [
      handoffKind(program, pc),
      tally.handoffs[pc] ?? 0
    ]),
    ...program.dispositions.map((disposition, row): [Kind, number] => [
      { cause: 'finished', result: resultOf(disposition), node: null, name: disposition.name },
      tally.finishes[row] ?? 0
    ]),
    [LIMIT, tally.limit],
    [STOPPED, tally.stopped],
    [OPTED_OUT, tally.optedOut]
  ];
}

const LIMIT: Kind = {
  cause: 'limit',
  result: 'unresponsive',
  node: null,
  name: 'No verdict in time'
};
const STOPPED: Kind = { cause: 'stopped', result: 'completed', node: null, name: 'Taken out' };
const OPTED_OUT: Kind = { cause: 'stopped', result: 'optedOut', node: null, name: 'Opted out' };

function handoffKind(program: Program, pc: number): Kind {
  return {
    cause: 'handedOver',
    result: 'handedOver',
    node: program.nodes[pc] ?? null,
    name: program.nodeNames[pc] ?? ''
  };
}

/** The verdict of a disposition that ends a run by itself. */
function resultOf({ goal, optOut, sentiment }: ProgramDisposition): ExitResult {
  if (goal) return 'qualified';
  if (optOut) return 'optedOut';
  return sentiment === 'negative' ? 'notInterested' : 'completed';
}
