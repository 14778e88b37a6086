import type { ExitResult } from '$lib/domain';
import { causeOfResult, rankOfCause, resultOfFinish } from '../end-cause';
import type { EndCause, EndOfRun } from '../lead-state';
import { CAUSE, STATUS } from '../state';
import type { EndNote, RunRecord } from './run-record';

interface Verdict {
  readonly result: ExitResult;
  readonly reason: string | null;
  readonly cause: EndCause;
}

/** How a run ended; null: it has not. Of several causes the one of the smallest rank counts (ENG-79). */
export function endOfRun(record: RunRecord): EndOfRun | null {
  const { program, state } = record.run;
  if (state.status !== STATUS.ended) return null;
  const own = verdictOf(record);
  const event = record.endedBy?.id ?? null;
  const told = record.ends.some((end) => end.event === event && end.cause === own.cause);
  const ownEnd: EndNote[] = told ? [] : [{ cause: own.cause, event, verdict: null }];
  const counting = record.ends.filter(({ verdict, event: by }) => verdict !== null || by === event);
  const ends = [...ownEnd, ...counting].sort((a, b) => rankOfCause(a.cause) - rankOfCause(b.cause));
  const first = ends[0];
  const byStop = state.cause === CAUSE.stopped || state.cause === CAUSE.optedOut;
  const { result, reason } = first?.verdict ?? own;
  const inCadence = !byStop && !first?.verdict;
  const exit = inCadence && state.cause === CAUSE.exit;
  return {
    at: state.endedAt,
    node: inCadence ? (program.nodes[state.endPc] ?? null) : null,
    result,
    reason,
    cause: first?.cause ?? own.cause,
    causes: ends.map(({ cause, event: by }) => ({ cause, event: by })),
    askReferral: exit && program.exits[program.arg[state.endPc] ?? 0]?.askReferral === true
  };
}

/** What the run itself came to. */
function verdictOf({ run: { program, state }, ends }: RunRecord): Verdict {
  switch (state.cause) {
    case CAUSE.exit: {
      const exit = program.exits[program.arg[state.endPc] ?? 0];
      const result = exit?.result ?? 'completed';
      return { result, reason: exit?.reason ?? null, cause: causeOfResult(result) };
    }
    case CAUSE.handoff:
      return { result: 'handedOver', reason: null, cause: 'handedOver' };
    case CAUSE.finish: {
      const disposition = program.dispositions[state.endDisposition];
      const result = disposition ? resultOfFinish(disposition) : 'completed';
      return { result, reason: disposition?.name ?? null, cause: causeOfResult(result) };
    }
    case CAUSE.limit:
      return { result: 'unresponsive', reason: null, cause: 'limit' };
    case CAUSE.optedOut:
      return { result: 'optedOut', reason: null, cause: 'optedOut' };
    default: {
      const stop = ends.find(({ verdict }) => verdict !== null);
      const { result, reason } = stop?.verdict ?? { result: 'completed', reason: null };
      return { result, reason, cause: stop?.cause ?? 'removed' };
    }
  }
}
