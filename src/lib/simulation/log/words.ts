import { localDateTime } from '$lib/calendar';
import { EXIT_RESULT_NAMES, type NodeId, type StepKey } from '$lib/domain';
import type { TraceEntry } from '$lib/engine';
import { OP, type Program } from '$lib/program';

/** The node of a step's visit. */
function nodeOf(step: StepKey): NodeId {
  return step.slice(0, step.lastIndexOf('#'));
}

/** The step and the node that an entry speaks of; null: none. */
export function placeOf(entry: TraceEntry): {
  readonly step: StepKey | null;
  readonly node: NodeId | null;
} {
  if ('step' in entry) return { step: entry.step, node: nodeOf(entry.step) };
  return { step: null, node: 'node' in entry ? entry.node : null };
}

export function nameOf({ nodes, nodeNames }: Program, node: NodeId | null): string {
  return node === null ? '' : (nodeNames[nodes.indexOf(node)] ?? '');
}

/** An instant by the clock of the cadence: `2026-01-05 09:00`. */
function clockTime({ calendar }: Program, at: number): string {
  const { date, time } = localDateTime(calendar, at);
  return `${date} ${time}`;
}

/** What an entry of a trace says, in a few words. */
export function wordsOf(program: Program, entry: TraceEntry): string {
  const time = (at: number) => clockTime(program, at);
  switch (entry.type) {
    case 'entered':
      return 'Comes here';
    case 'opened':
      return entry.due > entry.at
        ? `Opens ${time(entry.at)}, due ${time(entry.due)}`
        : `Opens ${time(entry.at)}`;
    case 'completed':
      return `Done: ${dispositionName(program, entry.disposition)}`;
    case 'refused':
      return 'Refused';
    case 'skipped':
      return `Skipped${WHY[entry.why]}`;
    case 'bounced':
      return 'The touch did not arrive';
    case 'again':
      return 'Opens once more';
    case 'waits':
      return entry.until === Infinity ? 'Waits' : `Waits until ${time(entry.until)}`;
    case 'held':
      return 'Held: something it requires is missing';
    case 'offered':
      return 'On offer as soon as it is allowed';
    case 'left':
      return `Goes on by “${entry.port}”`;
    case 'pathEnded':
      return 'The path ends';
    case 'cancelled':
      return 'Taken away';
    case 'handled':
      return `Handler “${entry.handler}” acts`;
    case 'slaReached':
      return `Time limit “${entry.threshold}” is reached`;
    case 'handedOff':
      return `Handed over to ${entry.to}`;
    case 'paused':
      return 'Paused';
    case 'resumed':
      return 'Goes on after the pause';
    case 'exited':
      return `Leaves: ${resultAt(program, nodeOf(entry.step))}`;
    case 'ended':
      return 'Ends without an exit';
    case 'stopped':
      return 'Taken out';
    case 'ranAway':
      return 'Goes in circles, and is stopped';
  }
}

const WHY = {
  person: '',
  overdue: ': overdue',
  expired: ': expired',
  missingData: ': data are missing'
} as const;

function dispositionName({ dispositions }: Program, id: string | null): string {
  return dispositions.find((each) => each.id === id)?.name ?? 'no disposition';
}

function resultAt(program: Program, node: NodeId): string {
  const pc = program.nodes.indexOf(node);
  const spec = program.op[pc] === OP.exit ? program.exits[program.arg[pc] ?? 0] : undefined;
  return spec ? EXIT_RESULT_NAMES[spec.result] : '';
}
