import { bench, describe } from 'vitest';
import { CalendarCache, compile } from '$lib/compiler';
import { parseCadenceFile } from '$lib/domain';
import { foldLead } from '$lib/engine';
import { cadenceOf, call, entry, exit, sixSteps, wait } from '$tests/support/cadences';
import { loadCadenceFile, programOf, readProjectFile } from '$tests/support/files';
import { History } from '$tests/support/history';
import { simulateFile } from '$tests/support/simulate';

const path = 'tests/bench/six-step-a.json';

describe('simulate six-step A', () => {
  const file = loadCadenceFile(path);
  bench('10,000 leads', () => void simulateFile(file, { leads: 10_000 }));
  bench('100,000 leads', () => void simulateFile(file, { leads: 100_000 }), { iterations: 5 });
});

describe('open and check', () => {
  const text = readProjectFile(path);
  bench('parse six-step A', () => void parseCadenceFile(text));

  // 200 steps: a hundred calls with a wait after each.
  const calls = Array.from({ length: 100 }, (_, i) => [
    call(`call-${i}`),
    wait(`wait-${i}`)
  ]).flat();
  const ids = ['start', ...calls.map(({ id }) => id), 'done'];
  const lines = ids.slice(1).map((id, i) => `${ids[i]} > ${id}`);
  const long = cadenceOf([entry(), ...calls, exit('done')], lines);
  const calendars = new CalendarCache();
  bench('check 200 steps', () => void compile(long, { calendars }));
});

describe('fold', () => {
  const cadence = sixSteps();
  const program = programOf(cadence);
  const programs = new Map([[program.version, program]]);
  const lead = { id: '01jd00000000000000000000zz', fields: {} };
  const history = new History().enroll('2026-01-05T10:00-05:00', cadence.id, program.version);
  const steps = ['email-1#1', 'call-1#1', 'call-2#1', 'call-3#1', 'email-2#1'];
  steps.forEach((step, i) => {
    const disposition = step.startsWith('call') ? 'no-answer' : undefined;
    history.complete(Date.UTC(2026, 0, 5 + 7 * i, 16), cadence.id, step, disposition);
  });
  for (let i = 0; i < 14; i++)
    history.add('2026-02-01T10:00Z', { kind: 'set', field: 'name', value: `name ${i}` });
  const input = { lead, events: history.events, programs };
  bench('a lead with 20 events', () => void foldLead(input, Date.UTC(2026, 2, 1)));
});
