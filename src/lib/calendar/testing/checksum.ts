import type { CompiledCalendar } from '../compiled-calendar';
import type { WorkCalendar } from '../work-calendar';
import { compiled } from './calendars';

const HIGH = 4_294_967_296;

/** FNV-1a over every number of a compiled calendar: one digit off anywhere shows. */
function checksum(c: CompiledCalendar): number {
  let hash = 0x811c9dc5;
  const add = (value: number) => {
    hash = Math.imul(hash ^ (value >>> 0), 0x01000193);
    hash = Math.imul(hash ^ Math.floor(value / HIGH), 0x01000193);
  };
  for (const part of Object.values(c) as readonly unknown[]) {
    if (typeof part === 'number') add(part);
    if (part instanceof Float64Array || part instanceof Int32Array) {
      add(part.length);
      part.forEach(add);
    }
  }
  return hash >>> 0;
}

/** Years long past, so that no new edition of the time zone database changes them. */
export function checksums(): Record<string, number> {
  const night = [
    ['00:00', '06:00'],
    ['20:30', '24:00']
  ] as const;
  const week: WorkCalendar['week'] = { mon: night, wed: night, fri: night, sun: night };
  const exceptions = [{ from: '2012-01-01', to: '2012-01-06', kind: 'nonWorking' }] as const;
  const zones = [
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Apia',
    'America/Sao_Paulo'
  ];
  return Object.fromEntries(
    zones.map((tz) => [tz, checksum(compiled({ tz, week, exceptions }, 2010, 2016))])
  );
}

export const EXPECTED_CHECKSUMS: Record<string, number> = {
  'America/New_York': 957793385,
  'Europe/Berlin': 3358516172,
  'Australia/Lord_Howe': 4203781433,
  'Asia/Kolkata': 332367565,
  'Pacific/Apia': 2174704190,
  'America/Sao_Paulo': 1678940714
};
