import type { ExitResult } from '$lib/domain';
import { CAUSE } from '$lib/engine';
import type { Program, ProgramDisposition } from '$lib/program';
import type { Counters } from './counters';
import type { OtherEnd } from './result';
import { shareOf } from './wilson';

type Kind = Pick<OtherEnd, 'cause' | 'result' | 'node' | 'name'>;

/** Runs that ended elsewhere than at an exit, by what ended them. */
export function otherEndsOf({ program, otherEnds, runs }: Counters): readonly OtherEnd[] {
  return [...otherEnds.values()]
    .sort((a, b) => a.cause - b.cause || a.from - b.from)
    .map(({ cause, from, count }) => ({
      ...kindOf(program, cause, from),
      count,
      ...shareOf(count, runs)
    }));
}

function kindOf(program: Program, cause: number, from: number): Kind {
  switch (cause) {
    case CAUSE.handoff:
      return {
        cause: 'handedOver',
        result: 'handedOver',
        node: program.nodes[from] ?? null,
        name: program.nodeNames[from] ?? ''
      };
    case CAUSE.finish: {
      const disposition = program.dispositions[from];
      return {
        cause: 'finished',
        result: disposition ? resultOf(disposition) : 'completed',
        node: null,
        name: disposition?.name ?? ''
      };
    }
    case CAUSE.limit:
      return {
        cause: 'limit',
        result: 'unresponsive',
        node: null,
        name: 'No verdict in time'
      };
    case CAUSE.optedOut:
      return { cause: 'stopped', result: 'optedOut', node: null, name: 'Opted out' };
    default:
      return { cause: 'stopped', result: 'completed', node: null, name: 'Taken out' };
  }
}

/** The verdict of a disposition that ends a run by itself. */
function resultOf({ goal, optOut, sentiment }: ProgramDisposition): ExitResult {
  if (goal) return 'qualified';
  if (optOut) return 'optedOut';
  return sentiment === 'negative' ? 'notInterested' : 'completed';
}
