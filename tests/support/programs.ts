import { expect } from 'vitest';
import { CalendarCache, compile } from '$lib/compiler';
import type { Program } from '$lib/program';
import { present } from '$lib/util';
import { cadenceOf } from './cadences';

const calendars = new CalendarCache();

/** The program of a cadence that nothing is wrong with. */
export function programOf(...cadence: Parameters<typeof cadenceOf>): Program {
  const { diagnostics, program } = compile(cadenceOf(...cadence), { calendars });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return present(program, 'program');
}
