import type { Remote } from 'comlink';
import type {
  ComputeApi,
  ComputeClient,
  FollowReply,
  InvestigateOptions,
  InvestigateReply,
  PartialResult,
  Progress,
  QuestionKind,
  Questions,
  Reports,
  SimulateReply,
  Verdict
} from '../protocol';
import type { Connection } from './connection';
import { ComputeDiedError } from './line';
import { Pool } from './pool';
import { runOn } from './run';
import { talk } from './talk';

/** An answer that takes longer than this is taken for dead. */
const ANSWER_LIMIT = 10_000;

export interface ComputeClientOptions {
  /** How many workers there may be; one without it. */
  readonly workers?: number;
}

/**
 * A client over lines made by `connect`: the first of them at the first call, the others when a
 * simulation is long enough to be shared. When a line dies, whatever waits for it is settled and the
 * next call opens a new one.
 */
export function createComputeClient(
  connect: () => Connection,
  { workers = 1 }: ComputeClientOptions = {}
): ComputeClient {
  const pool = new Pool(connect, workers);
  let runs = 0;

  function ask<T>(call: (api: Remote<ComputeApi>) => Promise<T>): Promise<T> {
    const line = pool.first();
    return talk(line, ANSWER_LIMIT, () => call(line.api));
  }

  /** A question changes nothing, so one that died with its worker is simply asked again, once. */
  async function question<T>(call: (api: Remote<ComputeApi>) => Promise<T>): Promise<T> {
    try {
      return await ask(call);
    } catch (error) {
      if (error instanceof ComputeDiedError) return ask(call);
      throw error;
    }
  }

  return {
    check: (file) => question((api) => api.check(file)),
    async simulate(request, options = {}) {
      if (options.signal?.aborted) return { type: 'cancelled' };
      const run = `run-${++runs}`;
      const asked = { ...request, run };
      return runOn<SimulateReply, Progress, PartialResult>(pool, {
        run,
        begin: (api, events) => api.simulate(asked, events),
        serve: (api, port) => api.serve(asked, port),
        onProgress: options.onProgress,
        onPartial: options.onPartial,
        signal: options.signal
      });
    },
    async investigate<K extends QuestionKind>(
      kind: K,
      question: Questions[K],
      { onProgress, onPartial, signal }: InvestigateOptions<Reports[K]> = {}
    ) {
      if (signal?.aborted) return { type: 'cancelled' };
      const run = `run-${++runs}`;
      // The reply's report is that of the kind asked; the line's type does not know which.
      const reply = await runOn<InvestigateReply, Progress, { report: Reports[QuestionKind] }>(
        pool,
        {
          run,
          begin: (api, events) => api.investigate({ run, kind, question }, events),
          serve: (api, port) => api.serveJobs(port),
          onProgress,
          onPartial: onPartial && (({ report }) => onPartial(report as Reports[K])),
          signal
        }
      );
      return reply as InvestigateReply<Reports[K]>;
    },
    async follow(question, { onProgress, signal } = {}) {
      if (signal?.aborted) return { type: 'cancelled' };
      const run = `run-${++runs}`;
      return runOn<FollowReply, Progress, never>(pool, {
        run,
        begin: (api, events) => api.follow({ ...question, run }, events),
        // One lead is nothing to share.
        serve: () => Promise.resolve(),
        onProgress,
        onPartial: undefined,
        signal
      });
    },
    fold: (request) => question((api) => api.fold(request)),
    explain: (request) => question((api) => api.explain(request)),
    // Awaited: the line's type knows one promise for each kind of verdict.
    attempt: (request, attempt) =>
      question<Verdict>(async (api) => await api.attempt(request, attempt)),
    diff: (before, after) => question((api) => api.diff(before, after)),
    previewMigration: (request) => question((api) => api.previewMigration(request)),
    dispose: () => pool.dispose()
  };
}
