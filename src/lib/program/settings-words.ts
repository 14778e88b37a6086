import { localDateTime, openBetween, type CompiledCalendar } from '$lib/calendar';
import { present } from '$lib/util';
import { delayInWords } from './delay-words';
import { predicateInWords } from './predicate-words';
import type { Program } from './program';
import type { ProgramRequirement } from './facts';
import type { EntrySpec, ProgramDisposition, ProgramEffect } from './specs';

const HOUR = 3_600_000;

/** What belongs to no single instruction, one line each; what is not there has no line. */
export function settingsInWords(program: Program): string[] {
  return [
    `calendar ${calendarInWords(program.calendar)}`,
    ...program.calendars.map((calendar, row) => `hours ${row} ${calendarInWords(calendar)}`),
    ...contactInWords(program),
    ...program.fields.map(({ id, name, type }) => `field ${id} ${JSON.stringify(name)}, ${type}`),
    ...program.roles.map(({ id, name }) => `role ${id} ${JSON.stringify(name)}`),
    ...program.dispositions.map((one, row) => `disposition ${row} ${dispositionInWords(one)}`),
    ...(program.signals.length === 0 ? [] : [`signals ${program.signals.join(', ')}`]),
    `entry ${entryInWords(program.entry, program)}`,
    ...(program.exclusivity === 'none' ? [] : [`exclusivity ${program.exclusivity}`]),
    ...limitsInWords(program),
    ...program.rules.map(({ id, text, nodes }) =>
      [`rule ${id} ${JSON.stringify(text)}`, ...nodes].join(', ')
    ),
    ...handlersInWords(program),
    ...program.moves.flatMap(({ id, name, to, requirements }) => [
      `move ${id} ${JSON.stringify(name)} → ${to}`,
      ...requirements.map((one) => `  needs ${requirementInWords(one, program)}`)
    ])
  ];
}

function calendarInWords(c: CompiledCalendar): string {
  const first = localDateTime(c, c.tableFrom).date;
  const last = localDateTime(c, c.tableTo - 1).date;
  const hours = openBetween(c, c.tableFrom, c.tableTo) / HOUR;
  return `${c.tz}, ${first} to ${last}: ${c.starts.length} intervals on ${c.workDates.length} dates, ${hours} hours, ${c.offsets.length} offsets`;
}

function contactInWords({ contact }: Program): string[] {
  if (!contact) return [];
  const zones = contact.zones.map((zone, i) => `, ${zone} in hours ${contact.byZone[i]}`);
  return [`contact in hours ${contact.otherwise}${zones.join('')}`];
}

function dispositionInWords(one: ProgramDisposition): string {
  return [
    `${one.id} ${JSON.stringify(one.name)}`,
    ...(one.answered ? ['answered'] : []),
    one.sentiment,
    one.after ? `${one.action} after ${delayInWords(one.after)}` : one.action,
    ...(one.goal ? ['goal'] : []),
    ...(one.missed ? ['missed'] : []),
    ...(one.optOut ? ['opts out'] : [])
  ].join(', ');
}

function entryInWords(entry: EntrySpec, program: Program): string {
  const { reEntry, reEntryAfter } = entry;
  return [
    ...(entry.criteria ? [`only if ${predicateInWords(entry.criteria, program)}`] : []),
    ...(entry.requiredFields.length === 0 ? [] : [`with ${entry.requiredFields.join('|')}`]),
    ...entry.signals.map((signal) => `on ${program.signals[signal]}`),
    `again ${reEntry}${reEntryAfter ? ` and ${delayInWords(reEntryAfter)}` : ''}`
  ].join(', ');
}

function limitsInWords({ touchLimits, verdictWithin }: Program): string[] {
  return [
    ...touchLimits.map(({ atMost, within, scope }) => {
      const time = within === 'day' ? 'a day' : `within ${delayInWords(within)}`;
      return `limit at most ${atMost} touches of the ${scope} ${time}`;
    }),
    ...(verdictWithin ? [`limit verdict within ${delayInWords(verdictWithin)}`] : [])
  ];
}

function handlersInWords(program: Program): string[] {
  return program.handlers.map(({ id, name, on, when, effect }) => {
    const cause =
      on.type === 'signal'
        ? `signal ${program.signals[on.index]}`
        : `disposition ${present(program.dispositions[on.index], 'disposition').id}`;
    const condition = when ? ` if ${predicateInWords(when, program)}` : '';
    return `handler ${id} ${JSON.stringify(name)} on ${cause}${condition}: ${effectInWords(effect)}`;
  });
}

function effectInWords(effect: ProgramEffect): string {
  switch (effect.type) {
    case 'start':
      return `start ${effect.cadence}`;
    case 'pause':
      return `pause for ${delayInWords(effect.until)}`;
    default:
      return `${effect.type} → ${effect.to}`;
  }
}

/** `two-emails "2 emails first" by rule: completed email ≥ 2; served by mail-1|mail-2`. */
export function requirementInWords(
  { id, text, source, when, servedBy }: ProgramRequirement,
  program: Program
): string {
  const served = servedBy.length === 0 ? 'nothing' : servedBy.join('|');
  return `${id} ${JSON.stringify(text)} by ${source}: ${predicateInWords(when, program)}; served by ${served}`;
}
