import { delayFaults, isInstruction } from './check-parts';
import { predicateFaults, requirementFaults } from './check-predicate';
import { OP, type Program } from './program';
import type { ProgramHandler } from './specs';

/** What is wrong with what belongs to no single instruction (PRG-9), and with the guards. */
export function checkSettings(program: Program): string[] {
  return [
    ...program.guards.flatMap((requirements, row) =>
      told(`guard ${row}`, requirementFaults(program, requirements))
    ),
    ...told('the entry', entryFaults(program)),
    ...program.handlers.flatMap((handler) =>
      told(`handler ${handler.id}`, handlerFaults(program, handler))
    ),
    ...program.moves.flatMap(({ id, to, requirements }) =>
      told(`move ${id}`, [
        ...(isInstruction(program, to) ? [] : [`leads to ${to}, which is no instruction`]),
        ...requirementFaults(program, requirements)
      ])
    ),
    ...program.touchLimits.flatMap(({ within }, row) =>
      told(`limit ${row}`, within === 'day' ? [] : delayFaults(within))
    ),
    ...told('the verdict', delayFaults(program.verdictWithin)),
    ...told('the contact window', contactFaults(program)),
    ...program.dispositions.flatMap(({ id, after }) =>
      told(`disposition ${id}`, delayFaults(after))
    )
  ];
}

function told(what: string, faults: readonly string[]): string[] {
  return faults.map((fault) => `${what} ${fault}`);
}

function entryFaults(program: Program): string[] {
  const { criteria, signals, reEntryAfter } = program.entry;
  return [
    ...(criteria ? predicateFaults(program, criteria) : []),
    ...signals
      .filter((row) => program.signals[row] === undefined)
      .map((row) => `listens to signal ${row}, which is none`),
    ...delayFaults(reEntryAfter)
  ];
}

function handlerFaults(program: Program, { on, when, effect }: ProgramHandler): string[] {
  const table = on.type === 'signal' ? program.signals : program.dispositions;
  return [
    ...(table[on.index] === undefined ? [`is on ${on.type} ${on.index}, which is none`] : []),
    ...(when ? predicateFaults(program, when) : []),
    ...effectFaults(program, effect)
  ];
}

function effectFaults(program: Program, effect: ProgramHandler['effect']): string[] {
  switch (effect.type) {
    case 'exit':
      return program.op[effect.to] === OP.exit ? [] : [`ends at ${effect.to}, which is no exit`];
    case 'jump':
      return isInstruction(program, effect.to)
        ? []
        : [`jumps to ${effect.to}, which is no instruction`];
    case 'pause':
      return delayFaults(effect.until);
    default:
      return [];
  }
}

function contactFaults({ contact, calendars }: Program): string[] {
  if (!contact) return [];
  const rows = [contact.otherwise, ...contact.byZone].filter((row) => !calendars[row]);
  return [
    ...rows.map((row) => `has hours ${row}`),
    ...(contact.zones.length === contact.byZone.length
      ? []
      : [`has ${contact.byZone.length} hours for ${contact.zones.length} zones`])
  ];
}
