import { nearest } from '$lib/util';
import type { DurationUnit } from '../duration';

/** What people call a unit; the shortest that nobody mistakes comes first. */
const NAMES: Readonly<Record<DurationUnit, readonly string[]>> = {
  minutes: ['min', 'm', 'mins', 'minute', 'minutes'],
  hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
  days: ['d', 'day', 'days', 'calendar day', 'calendar days'],
  weeks: ['w', 'wk', 'wks', 'week', 'weeks'],
  businessMinutes: [
    'bmin',
    'bm',
    'bmins',
    'business min',
    'business minute',
    'business minutes',
    'working minute',
    'working minutes'
  ],
  businessHours: [
    'bh',
    'bhr',
    'bhrs',
    'business h',
    'business hour',
    'business hours',
    'working hour',
    'working hours'
  ],
  businessDays: [
    'bd',
    'b day',
    'b days',
    'bday',
    'bdays',
    'business day',
    'business days',
    'working day',
    'working days',
    'workday',
    'workdays'
  ]
};

const UNITS = Object.keys(NAMES) as DurationUnit[];

/** The unit of this name. Business units come before their calendar ones where a name could be both. */
export function unitNamed(name: string): DurationUnit | undefined {
  return UNITS.find((unit) => NAMES[unit].includes(name));
}

/** Units one of whose names begins like this, likeliest first. */
export function unitsLike(start: string): readonly DurationUnit[] {
  const likely: readonly DurationUnit[] = [
    'businessDays',
    'businessHours',
    'days',
    'hours',
    'weeks'
  ];
  const order = [...likely, ...UNITS.filter((unit) => !likely.includes(unit))];
  return order.filter((unit) => NAMES[unit].some((name) => name.startsWith(start)));
}

/** Why a name is no unit, and what may have been meant. */
export function unitFault(name: string): string {
  if (/^(mo|mon|month|year|yr|quarter)s?$/.test(name)) {
    return 'Months and years differ in length: say weeks, days or business days.';
  }
  if (/^(business|working) weeks?$/.test(name)) return 'Say business days: five to a week.';
  if (/^(s|secs?|seconds?)$/.test(name)) return 'Nothing here is shorter than a minute.';
  const meant = nearest(
    name,
    UNITS.flatMap((unit) => NAMES[unit]).filter((each) => each.length > 3)
  );
  return meant === undefined
    ? `“${name}” is no unit: say min, h, days, weeks, bh (business hours) or bd (business days).`
    : `“${name}” is no unit. Did you mean ${meant}?`;
}
