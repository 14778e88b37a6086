import type { ExitResult } from '$lib/domain';
import type { Program, ProgramDisposition } from '$lib/program';
import type { CadenceTally } from './cadence-tally';
import type { OtherEnd } from './result';
import { shareOf } from './wilson';

type Kind = Pick<OtherEnd, 'cause' | 'result' | 'node' | 'name'>;

/** Runs that ended elsewhere than at an exit, by what ended them. */
export function otherEndsOf(tally: CadenceTally): readonly OtherEnd[] {
  const { program, runs } = tally;
  const ends: [Kind, number][] = [
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
  return ends
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ ...kind, count, ...shareOf(count, runs) }));
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
