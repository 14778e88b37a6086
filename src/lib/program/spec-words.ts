import { present, unreachable } from '$lib/util';
import { delayInWords } from './delay-words';
import { predicateInWords } from './predicate-words';
import { OP, type Op, type Program } from './program';
import type { ExitSpec, HandoffSpec, StageSpec, WaitSpec } from './specs';
import { checklistInWords, slaInWords, taskInWords } from './task-words';

/** The name of an op's number; `?` for a number that is none. */
export function opName(op: number | undefined): string {
  const known = Object.entries(OP).find(([, number]) => number === op);
  return known ? known[0] : '?';
}

/** An instruction's row of its op's table, in words; empty where there is nothing to say. */
export function specInWords(program: Program, pc: number): string {
  const row = program.arg[pc] ?? 0;
  const op = program.op[pc] as Op;
  switch (op) {
    case OP.enter:
    case OP.split:
      return '';
    case OP.stage:
      return stageInWords(present(program.stages[row], 'stage'));
    case OP.task:
      return taskInWords(program, present(program.tasks[row], 'task'));
    case OP.wait:
      return waitInWords(present(program.waits[row], 'wait'), program);
    case OP.choose:
      return present(program.chooses[row], 'choice').onArrival ? 'on arrival' : 'when open';
    case OP.exit:
      return exitInWords(present(program.exits[row], 'exit'));
    case OP.fork:
      return `joined at ${present(program.forks[row], 'fork').join}`;
    case OP.join: {
      const { needed, fork, detach } = present(program.joins[row], 'join');
      return `${needed} of the paths of ${fork}, the rest ${detach ? 'goes on' : 'is cancelled'}`;
    }
    case OP.handoff:
      return handoffInWords(present(program.handoffs[row], 'handoff'));
    default:
      return unreachable(op);
  }
}

function stageInWords({ probability, checklist, sla }: StageSpec): string {
  return [
    ...(probability === null ? [] : [`closes with ${probability} %`]),
    ...checklistInWords(checklist),
    ...sla.map(slaInWords)
  ].join(', ');
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function waitInWords(wait: WaitSpec, program: Program): string {
  switch (wait.type) {
    case 'duration':
      return delayInWords(wait.delay);
    case 'date': {
      if (!wait.by || wait.sign === 0) return `until lead.${wait.field}`;
      const side = wait.sign < 0 ? 'before' : 'after';
      return `until ${delayInWords(wait.by)} ${side} lead.${wait.field}`;
    }
    case 'weekday': {
      const days = WEEKDAYS.filter((_, day) => (wait.days & (1 << day)) !== 0);
      return `until ${days.join('|')} ${clock(wait.minute)}`;
    }
    case 'event': {
      const hopes = wait.signals.map((signal) => `seen ${program.signals[signal]}`);
      if (wait.condition) hopes.push(predicateInWords(wait.condition, program));
      return `until ${hopes.join(' or ') || 'never'}, at most ${delayInWords(wait.timeout)}`;
    }
    default:
      return unreachable(wait);
  }
}

function clock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function exitInWords({ result, reason, askReferral, recycle }: ExitSpec): string {
  return [
    reason === null ? result : `${result} ${JSON.stringify(reason)}`,
    ...(askReferral ? ['ask for a referral'] : []),
    ...(recycle ? [`back after ${delayInWords(recycle.after)} in ${recycle.cadence}`] : [])
  ].join(', ');
}

function handoffInWords({ to, ends }: HandoffSpec): string {
  const what =
    to.type === 'signal'
      ? [`signal ${to.signal}`]
      : [`enroll in ${to.cadence}`, ...to.fields.map((one) => `${one.from} as ${one.to}`)];
  return [...what, ends ? 'then end' : 'then go on'].join(', ');
}
