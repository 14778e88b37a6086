import { localDateTime, openBetween, type CompiledCalendar } from '$lib/calendar';
import { present } from '$lib/util';
import { predicateInWords } from './predicate-words';
import { OP, type Program } from './program';
import { opName, specInWords } from './spec-words';

const HOUR = 3_600_000;

/**
 * The program as a text for people: a header, the calendar, the dispositions, then one line for each
 * instruction with its ports. The same program always prints the same text (PRG-1).
 */
export function printProgram(program: Program): string {
  const lines = [
    `program ${JSON.stringify(program.name)}`,
    `cadence ${program.cadence}`,
    `version ${program.version}`,
    `engine ${program.engine}`,
    `calendar ${calendarInWords(program.calendar)}`,
    ...program.dispositions.map(
      (disposition, row) => `disposition ${row} ${disposition.id}${traits(disposition)}`
    ),
    `start ${program.start}`,
    ...instructionLines(program)
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function traits({ name, answered, goal }: Program['dispositions'][number]): string {
  return ` ${JSON.stringify(name)}${answered ? ', answered' : ''}${goal ? ', goal' : ''}`;
}

function calendarInWords(c: CompiledCalendar): string {
  const first = localDateTime(c, c.tableFrom).date;
  const last = localDateTime(c, c.tableTo - 1).date;
  const hours = openBetween(c, c.tableFrom, c.tableTo) / HOUR;
  return `${c.tz}, ${first} to ${last}: ${c.starts.length} intervals on ${c.workDates.length} dates, ${hours} hours, ${c.offsets.length} offsets`;
}

function instructionLines(program: Program): string[] {
  const width = String(program.nodes.length - 1).length;
  return program.nodes.map((node, pc) => {
    const op = opName(program.op[pc]).padEnd(6);
    const words = [
      `${String(pc).padStart(width)}  ${op}  ${node} ${JSON.stringify(program.nodeNames[pc])}`
    ];
    const spec = specInWords(program, pc);
    if (spec !== '') words.push(spec);
    words.push(...portsInWords(program, pc));
    return words.join('; ');
  });
}

function portsInWords(program: Program, pc: number): string[] {
  const first = present(program.firstPort[pc], 'first port');
  const end = present(program.firstPort[pc + 1], 'first port');
  return Array.from({ length: end - first }, (_, offset) => {
    const port = first + offset;
    const edge = program.edges[present(program.edge[port], 'edge')];
    const name = JSON.stringify(program.portNames[port]);
    return `${name} → ${program.target[port]} by ${edge}${reasonOf(program, pc, offset)}`;
  });
}

/** What makes a run leave by the port, where the op's table says it. */
function reasonOf(program: Program, pc: number, offset: number): string {
  const arg = program.arg[pc] ?? 0;
  if (program.op[pc] === OP.choose) {
    const predicate = program.chooses[arg]?.cases[offset];
    return predicate ? ` when ${predicateInWords(predicate)}` : ' else';
  }
  if (program.op[pc] === OP.split) {
    const upTo = program.splits[arg]?.upTo ?? [];
    return ` for ${(upTo[offset] ?? 0) - (upTo[offset - 1] ?? 0)} of ${upTo.at(-1) ?? 0}`;
  }
  if (program.op[pc] === OP.task && offset > 0) {
    const task = program.tasks[arg];
    const ids = program.dispositions.filter((_, row) => task?.portOf[row] === offset);
    return ids.length > 0 ? ` when ${ids.map(({ id }) => id).join(' or ')}` : '';
  }
  return '';
}
