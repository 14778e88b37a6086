import type { NodeId, Slug, StepKey } from '$lib/domain';
import type { Program } from '$lib/program';
import { present } from '$lib/util';
import type { Sink } from './sink';

/** One thing that happened in a run: the same list for logs, goldens and replay. */
export type TraceEntry =
  | { readonly at: number; readonly type: 'entered'; readonly step: StepKey }
  | { readonly at: number; readonly type: 'opened'; readonly step: StepKey; readonly due: number }
  | {
      readonly at: number;
      readonly type: 'completed';
      readonly step: StepKey;
      readonly disposition: Slug | null;
    }
  | { readonly at: number; readonly type: 'skipped'; readonly step: StepKey }
  | { readonly at: number; readonly type: 'waits'; readonly step: StepKey; readonly until: number }
  | { readonly at: number; readonly type: 'left'; readonly node: NodeId; readonly port: string }
  | { readonly at: number; readonly type: 'exited'; readonly step: StepKey }
  | { readonly at: number; readonly type: 'stopped' }
  | { readonly at: number; readonly type: 'ranAway'; readonly step: StepKey };

/** A sink that writes the trace of one run into `entries`. */
export function traceSink(program: Program, entries: TraceEntry[]): Sink {
  const visits = new Map<number, number>();
  let current = program.start;
  const node = (pc: number): NodeId => present(program.nodes[pc], 'node of an instruction');
  const step = (pc: number): StepKey => `${node(pc)}#${visits.get(pc) ?? 1}`;
  return {
    entered(pc, visit, at) {
      current = pc;
      visits.set(pc, visit);
      entries.push({ at, type: 'entered', step: step(pc) });
    },
    opened: (pc, _visit, at, due) => entries.push({ at, type: 'opened', step: step(pc), due }),
    completed: (pc, _visit, disposition, at) =>
      entries.push({
        at,
        type: 'completed',
        step: step(pc),
        disposition: program.dispositions[disposition]?.id ?? null
      }),
    skipped: (pc, _visit, at) => entries.push({ at, type: 'skipped', step: step(pc) }),
    waiting: (pc, _visit, until) =>
      entries.push({ at: lastInstant(entries), type: 'waits', step: step(pc), until }),
    left: (port, at) =>
      entries.push({ at, type: 'left', node: node(current), port: program.portNames[port] ?? '' }),
    exited: (pc, at) => entries.push({ at, type: 'exited', step: step(pc) }),
    stopped: (at) => entries.push({ at, type: 'stopped' }),
    ranAway: (pc, at) => entries.push({ at, type: 'ranAway', step: step(pc) })
  };
}

function lastInstant(entries: readonly TraceEntry[]): number {
  return entries[entries.length - 1]?.at ?? 0;
}

/** A trace as text, one line an entry, instants as UTC: what the goldens hold. */
export function printTrace(
  entries: readonly TraceEntry[],
  formatInstant: (at: number) => string
): string {
  return entries
    .map((entry) => {
      const when = formatInstant(entry.at);
      switch (entry.type) {
        case 'opened':
          return `${when}  opened     ${entry.step}  due ${formatInstant(entry.due)}`;
        case 'completed':
          return `${when}  completed  ${entry.step}  ${entry.disposition ?? 'done'}`;
        case 'waits':
          return `${when}  waits      ${entry.step}  until ${formatInstant(entry.until)}`;
        case 'left':
          return `${when}  left       ${entry.node}  by ${entry.port}`;
        case 'stopped':
          return `${when}  stopped`;
        default:
          return `${when}  ${entry.type.padEnd(9)}  ${entry.step}`;
      }
    })
    .map((line) => `${line}\n`)
    .join('');
}
