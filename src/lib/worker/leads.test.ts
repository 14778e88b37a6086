import { afterEach, describe, expect, it } from 'vitest';
import { diffCadences, versionOf, type Cadence } from '$lib/domain';
import { attemptLead, explainLead, foldLead, previewMigration, type FoldInput } from '$lib/engine';
import { cadenceOf, call, email, entry, exit, tiny, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { History, at } from '$tests/support/history';
import { createComputeClient } from './clients';
import { CompiledCadences } from './host/compiled-cadences';
import { inProcessCompute } from './in-process';
import { pause } from './pause';
import type { LeadRequest } from './protocol';

const cadence = tiny();
const program = programOf(cadence);
const KEY = `${cadence.id}~1`;
const events = new History().enroll('2026-01-05T10:00-05:00', cadence.id, program.version).events;
const now = at('2026-01-05T11:00-05:00');
const lead = { id: '01jd00000000000000000000zz', fields: {} };
const request: LeadRequest = { lead, events, cadences: [cadence], now };
const input: FoldInput = { lead, events, programs: new Map([[program.version, program]]) };

const clients: { dispose(): void }[] = [];
function open() {
  const client = createComputeClient(() =>
    inProcessCompute({ now: () => performance.now(), pause })
  );
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

/** With an end that no edge leads to, and none that is led to. */
function broken(): Cadence {
  return cadenceOf([entry(), call('call')], ['start > call']);
}

describe('leads', () => {
  it('WRK-10 folds, explains and attempts as this thread does', async () => {
    const client = open();
    const state = await client.fold(request);
    expect(state).toEqual(foldLead(input, now));
    expect(state.enrollments[0]?.tasks[0]?.step).toBe('call#1');
    const explained = await client.explain(request);
    expect(explained).toEqual(explainLead(input, now));
    expect(explained).toHaveLength(1);
    const skip = { type: 'skip', enrollment: KEY, step: 'call#2' } as const;
    const verdict = await client.attempt(request, skip);
    expect(verdict).toEqual(attemptLead(input, now, skip));
    expect(verdict.allowed).toBe(false);
    expect(await client.attempt(request, { ...skip, step: 'call#1' })).toEqual({ allowed: true });
  });

  it('WRK-10 compares cadences and previews migrations as this thread does', async () => {
    const client = open();
    const nodes = [entry(), wait('pause'), call('call'), exit('done')];
    const next = cadenceOf(nodes, ['start > pause', 'pause > call', 'call > done']);
    const diff = await client.diff(cadence, next);
    expect(diff).toEqual(diffCadences(cadence, next));
    expect(diff.steps.map(({ node, change }) => [node, change])).toEqual([['pause', 'added']]);

    const plan = { from: program.version, to: versionOf(next), map: {} };
    const both = { ...input, programs: new Map([...input.programs, [plan.to, programOf(next)]]) };
    const preview = await client.previewMigration({
      plan,
      leads: [{ lead, events }],
      cadences: [cadence, next],
      publications: [],
      now
    });
    const expected = previewMigration([{ ...both, publications: [] }], plan, now);
    expect(preview).toEqual({ ...expected, map: {} });
    expect(preview.counts).toEqual({ keep: 1, jump: 0, exit: 0 });
  });

  it('WRK-14 proposes where leads go whose step is gone', async () => {
    const nodes = [entry(), email('mail'), exit('done')];
    const next = cadenceOf(nodes, ['start > mail', 'mail > done']);
    const preview = await open().previewMigration({
      plan: { from: program.version, to: versionOf(next) },
      leads: [{ lead, events }],
      cadences: [cadence, next],
      now
    });
    expect(preview.map).toEqual({ call: 'done' });
    expect(preview.rows).toMatchObject([{ before: 'call#1', action: 'jump', after: 'done' }]);
  });

  it('WRK-11 a cadence with errors is a version that is not at hand', async () => {
    const bad = broken();
    const enrolled = new History().enroll(now, bad.id, versionOf(bad)).events;
    const state = await open().fold({ ...request, events: enrolled, cadences: [bad] });
    expect(state.notices.map(({ code }) => code)).toEqual(['unknownVersion']);
  });

  it('WRK-11 hours that cannot be read are those of the role', async () => {
    const reassigned = new History()
      .enroll('2026-01-05T10:00-05:00', cadence.id, program.version)
      .add('2026-01-05T10:10-05:00', {
        kind: 'reassigned',
        enrollment: KEY,
        step: 'call#1',
        assignee: 'Rita'
      });
    const odd = { tz: 'Nowhere/Land', week: {} };
    const state = await open().fold({
      ...request,
      events: reassigned.events,
      people: { Rita: odd }
    });
    expect(state.enrollments[0]?.tasks[0]).toMatchObject({
      assignee: 'Rita',
      opens: at('2026-01-05T10:00-05:00')
    });
  });

  it('WRK-12 cadences are published since ever unless it is said when', async () => {
    const client = open();
    const asked = cadenceOf(
      [entry('start', { signals: ['inquiry'] }), call('call'), exit('done')],
      ['start > call', 'call > done']
    );
    const signal = new History().add(now, { kind: 'signal', signal: 'inquiry' }).events;
    const base = { ...request, events: signal, cadences: [asked], now: now + 1 };
    expect((await client.fold(base)).enrollments).toHaveLength(1);
    expect((await client.fold({ ...base, publications: [] })).enrollments).toEqual([]);
    const later = { cadence: asked.id, version: versionOf(asked), at: now + 1 };
    expect((await client.fold({ ...base, publications: [later] })).enrollments).toEqual([]);
  });

  it('WRK-13 a version is compiled once, and forgotten when many others were used since', () => {
    const compiled = new CompiledCadences();
    const first = compiled.published([cadence]).get(program.version);
    expect(first).toBeDefined();
    expect(compiled.published([cadence]).get(program.version)).toBe(first);
    for (let n = 0; n < 64; n++) compiled.published([{ ...cadence, name: `Other ${n}` }]);
    const again = compiled.published([cadence]).get(program.version);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
