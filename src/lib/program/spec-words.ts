import { present } from '$lib/util';
import { OP, type Program, type ProgramDelay, type StageSpec, type TaskSpec } from './program';

/** The name of an op's number; `?` for a number that is none. */
export function opName(op: number | undefined): string {
  const known = Object.entries(OP).find(([, number]) => number === op);
  return known ? known[0] : '?';
}

/** An instruction's row of its op's table, in words; empty where there is nothing to say. */
export function specInWords(program: Program, pc: number): string {
  const arg = program.arg[pc] ?? 0;
  switch (program.op[pc]) {
    case OP.stage:
      return stageInWords(present(program.stages[arg], 'stage'));
    case OP.task:
      return taskInWords(program, present(program.tasks[arg], 'task'));
    case OP.wait:
      return delayInWords(present(program.waits[arg], 'wait').delay);
    case OP.choose:
      return present(program.chooses[arg], 'choice').onArrival ? 'on arrival' : 'when open';
    case OP.exit: {
      const exit = present(program.exits[arg], 'exit');
      return exit.reason === null ? exit.result : `${exit.result} ${JSON.stringify(exit.reason)}`;
    }
    default:
      return '';
  }
}

function stageInWords(stage: StageSpec): string {
  return stage.probability === null ? '' : `closes with ${stage.probability} %`;
}

function taskInWords(program: Program, task: TaskSpec): string {
  const words: string[] = [task.channel, task.automatic ? 'automatic' : 'manual'];
  if (task.role !== null) words.push(`by ${task.role}`);
  if (task.due) words.push(`due in ${delayInWords(task.due)}`);
  if (task.dispositions.length > 0) {
    const ids = task.dispositions.map(
      (row) => present(program.dispositions[row], 'disposition').id
    );
    words.push(`ends ${ids.join('|')}`);
  }
  return words.join(', ');
}

const UNITS: Readonly<Record<ProgramDelay['unit'], string>> = {
  minutes: 'minute',
  hours: 'hour',
  days: 'calendar day',
  weeks: 'week',
  businessMinutes: 'business minute',
  businessHours: 'business hour',
  businessDays: 'business day'
};

function delayInWords({ amount, unit }: ProgramDelay): string {
  return `${amount} ${UNITS[unit]}${amount === 1 ? '' : 's'}`;
}
