import type { NodeId, Slug, StepKey } from '$lib/domain';
import { OP, type Program } from '$lib/program';
import { present } from '$lib/util';
import type { Sink, SkipReason } from './sink';

interface At {
  readonly at: number;
}

/** One thing that happened in a run: the same list for logs, goldens and replay. */
export type TraceEntry = At &
  (
    | {
        readonly type:
          | 'entered'
          | 'refused'
          | 'bounced'
          | 'again'
          | 'held'
          | 'pathEnded'
          | 'cancelled'
          | 'exited'
          | 'ranAway';
        readonly step: StepKey;
      }
    | { readonly type: 'opened'; readonly step: StepKey; readonly due: number }
    | { readonly type: 'completed'; readonly step: StepKey; readonly disposition: Slug | null }
    | { readonly type: 'skipped'; readonly step: StepKey; readonly why: SkipReason }
    | { readonly type: 'waits'; readonly step: StepKey; readonly until: number }
    | { readonly type: 'left'; readonly node: NodeId; readonly port: string }
    | { readonly type: 'offered'; readonly node: NodeId }
    | { readonly type: 'handled'; readonly handler: Slug }
    | { readonly type: 'slaReached'; readonly step: StepKey; readonly threshold: Slug }
    | { readonly type: 'handedOff'; readonly node: NodeId | null; readonly to: string }
    | { readonly type: 'paused' | 'resumed' | 'ended' | 'stopped' }
  );

/** A trace as text, one line an entry, instants as UTC: what the goldens hold. */
export function printTrace(
  entries: readonly TraceEntry[],
  formatInstant: (at: number) => string
): string {
  return entries
    .map((entry) => {
      const rest = words(entry, formatInstant);
      const type = rest === '' ? entry.type : entry.type.padEnd(9);
      return `${formatInstant(entry.at)}  ${type}${rest && `  ${rest}`}\n`;
    })
    .join('');
}

function words(entry: TraceEntry, formatInstant: (at: number) => string): string {
  switch (entry.type) {
    case 'opened':
      return `${entry.step}  due ${formatInstant(entry.due)}`;
    case 'completed':
      return `${entry.step}  ${entry.disposition ?? 'done'}`;
    case 'skipped':
      return entry.why === 'person' ? entry.step : `${entry.step}  ${WHY[entry.why]}`;
    case 'waits':
      return `${entry.step}  until ${formatInstant(entry.until)}`;
    case 'left':
      return `${entry.node}  by ${entry.port}`;
    case 'offered':
      return entry.node;
    case 'handled':
      return entry.handler;
    case 'slaReached':
      return `${entry.step}  ${entry.threshold}`;
    case 'handedOff':
      return `${entry.node ?? 'handler'}  to ${entry.to}`;
    case 'paused':
    case 'resumed':
    case 'ended':
    case 'stopped':
      return '';
    default:
      return entry.step;
  }
}

const WHY = { overdue: 'overdue', expired: 'expired', missingData: 'missing data' } as const;

/** A sink that writes the trace of one run into `entries`, from `since` on. */
export function traceSink(
  program: Program,
  entries: { push(entry: TraceEntry): unknown },
  since = 0
): Sink {
  const node = (pc: number): NodeId => present(program.nodes[pc], 'node of an instruction');
  const step = (pc: number, visit: number): StepKey => `${node(pc)}#${visit}`;
  const visits = new Map<number, number>();
  /** When the last thing happened: a wait is told without it. */
  let now = since;
  const add = (entry: TraceEntry) => {
    now = entry.at;
    entries.push(entry);
  };
  return {
    entered(pc, visit, at) {
      visits.set(pc, visit);
      add({ at, type: 'entered', step: step(pc, visit) });
    },
    opened: (pc, visit, opens, due) => {
      entries.push({ at: opens, type: 'opened', step: step(pc, visit), due });
    },
    completed(pc, visit, index, at) {
      const disposition = program.dispositions[index]?.id ?? null;
      add({ at, type: 'completed', step: step(pc, visit), disposition });
    },
    refused: (pc, visit, at) => {
      add({ at, type: 'refused', step: step(pc, visit) });
    },
    skipped: (pc, visit, at, why) => {
      add({ at, type: 'skipped', step: step(pc, visit), why });
    },
    bounced: (pc, visit, at) => {
      add({ at, type: 'bounced', step: step(pc, visit) });
    },
    again: (pc, visit, at) => {
      add({ at, type: 'again', step: step(pc, visit) });
    },
    waiting: (pc, visit, until) => {
      add({ at: now, type: 'waits', step: step(pc, visit), until });
    },
    held: (pc, visit, at) => {
      add({ at, type: 'held', step: step(pc, visit) });
    },
    offered: (pc, at) => {
      add({ at, type: 'offered', node: node(pc) });
    },
    left: (port, at) => {
      add({
        at,
        type: 'left',
        node: node(pcOf(program, port)),
        port: program.portNames[port] ?? ''
      });
    },
    pathEnded: (pc, at) => {
      add({ at, type: 'pathEnded', step: step(pc, visits.get(pc) ?? 1) });
    },
    cancelled: (pc, visit, at) => {
      add({ at, type: 'cancelled', step: step(pc, visit) });
    },
    handled: (handler, at) => {
      add({ at, type: 'handled', handler: program.handlers[handler]?.id ?? '' });
    },
    slaReached: (pc, visit, threshold, at) => {
      add({
        at,
        type: 'slaReached',
        step: step(pc, visit),
        threshold: thresholdId(program, pc, threshold)
      });
    },
    handedOff: (pc, target, at) => {
      const to = target.type === 'enroll' ? target.cadence : `signal ${target.signal}`;
      add({ at, type: 'handedOff', node: pc < 0 ? null : node(pc), to });
    },
    paused: (at) => {
      add({ at, type: 'paused' });
    },
    resumed: (at) => {
      add({ at, type: 'resumed' });
    },
    exited: (pc, at) => {
      add({ at, type: 'exited', step: step(pc, visits.get(pc) ?? 1) });
    },
    ended: (at) => {
      add({ at, type: 'ended' });
    },
    stopped: (at) => {
      add({ at, type: 'stopped' });
    },
    ranAway: (pc, at) => {
      add({ at, type: 'ranAway', step: step(pc, visits.get(pc) ?? 1) });
    }
  };
}

/** Instruction whose port this is. */
function pcOf(program: Program, port: number): number {
  let pc = 0;
  while (pc + 1 < program.op.length && (program.firstPort[pc + 1] ?? 0) <= port) pc++;
  return pc;
}

function thresholdId(program: Program, pc: number, threshold: number): Slug {
  const table = program.op[pc] === OP.task ? program.tasks : program.stages;
  return table[program.arg[pc] ?? 0]?.sla[threshold]?.id ?? '';
}
