import { present } from '$lib/util';
import { predicateInWords } from './predicate-words';
import { OP, type Program } from './program';
import { requirementInWords, settingsInWords } from './settings-words';
import { opName, specInWords } from './spec-words';

/**
 * The program as a text for people: a header, the settings, then one line for each instruction with
 * its ports and, under it, what must hold before it. The same program always prints the same text
 * (PRG-1).
 */
export function printProgram(program: Program): string {
  const lines = [
    `program ${JSON.stringify(program.name)}`,
    `cadence ${program.cadence}`,
    `version ${program.version}`,
    `engine ${program.engine}`,
    ...settingsInWords(program),
    ...(program.needsLog ? ['keeps every touch'] : []),
    `start ${program.start}`,
    ...program.nodes.flatMap((_, pc) => instructionLines(program, pc))
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function instructionLines(program: Program, pc: number): string[] {
  const width = String(program.nodes.length - 1).length;
  const op = opName(program.op[pc]).padEnd(7);
  const name = `${program.nodes[pc]} ${JSON.stringify(program.nodeNames[pc])}`;
  const words = [`${String(pc).padStart(width)}  ${op} ${name}`];
  const spec = specInWords(program, pc);
  if (spec !== '') words.push(spec);
  words.push(...portsInWords(program, pc));
  const needs = program.guards[program.guard[pc] ?? -1] ?? [];
  const indent = ' '.repeat(width + 10);
  return [
    words.join('; '),
    ...needs.map((one) => `${indent}needs ${requirementInWords(one, program)}`)
  ];
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
    return predicate ? ` when ${predicateInWords(predicate, program)}` : ' else';
  }
  if (program.op[pc] === OP.split) {
    const upTo = program.splits[arg]?.upTo ?? [];
    return ` for ${(upTo[offset] ?? 0) - (upTo[offset - 1] ?? 0)} of ${upTo.at(-1) ?? 0}`;
  }
  return program.op[pc] === OP.task && offset > 0 ? taskReason(program, arg, offset) : '';
}

function taskReason(program: Program, row: number, offset: number): string {
  const task = program.tasks[row];
  if (offset === task?.heldPort) return ' when held';
  if (offset === task?.refusedPort) return ' when refused';
  const ids = program.dispositions.filter((_, index) => task?.portOf[index] === offset);
  return ids.length > 0 ? ` when ${ids.map(({ id }) => id).join(' or ')}` : '';
}
