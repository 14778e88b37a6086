import { WEEKDAYS, type WaitNode, type WaitUntil } from '$lib/domain';
import { OP, type WaitSpec } from '$lib/program';
import { present, unreachable } from '$lib/util';
import { lowerCondition } from './condition';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerWait({ until }: WaitNode, lowering: Lowering): Instruction {
  return { op: OP.wait, arg: addRow(lowering.tables.waits, waitSpec(until, lowering)) };
}

function waitSpec(until: WaitUntil, lowering: Lowering): WaitSpec {
  const { delay, signalOf } = lowering;
  switch (until.type) {
    case 'duration':
      return { type: 'duration', delay: delay(until.delay) };
    case 'date':
      return dateSpec(until);
    case 'weekday':
      return { type: 'weekday', days: bitsOf(until.days), minute: minuteOf(until.time) };
    case 'event':
      return {
        type: 'event',
        signals: [...new Set(until.signals)].map(signalOf),
        condition: until.condition ? lowerCondition(until.condition, lowering) : null,
        timeout: delay(present(until.timeout, 'a timeout'))
      };
    default:
      return unreachable(until);
  }
}

function dateSpec({ field, offset }: Extract<WaitUntil, { type: 'date' }>): WaitSpec {
  if (!offset) return { type: 'date', field, sign: 0, by: null };
  return { type: 'date', field, sign: offset.direction === 'before' ? -1 : 1, by: offset.by };
}

function bitsOf(days: Extract<WaitUntil, { type: 'weekday' }>['days']): number {
  return days.reduce((bits, day) => bits | (1 << WEEKDAYS.indexOf(day)), 0);
}

/** Minute of the day of `HH:MM`. */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
