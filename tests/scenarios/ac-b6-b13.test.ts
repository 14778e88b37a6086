import { describe, expect, it } from 'vitest';
import { versionOf } from '$lib/domain';
import { Device, Story, gallery, missing, refusalIn } from '../support/story';

const rita = new Device('rita');
const UNIFIED = gallery('unified-qualification');
const PROSPECT = { company: 'Acme', country: 'US', 'team-size': 12, 'first-name': 'Ann' };
const ENROLL = {
  type: 'enroll',
  cadence: UNIFIED.cadence.id,
  version: versionOf(UNIFIED.cadence)
} as const;

describe('AC-B6 given criteria for every prospect', () => {
  it('AC-B6 when their fields are missing, then enrolling is refused, and all of them are named', async () => {
    const story = new Story(UNIFIED, { fields: { company: 'Acme' } });
    const verdict = await story.may('2026-01-05T09:00', ENROLL);
    expect(refusalIn(verdict).code).toBe('notEligible');
    expect(missing(verdict)).toEqual(expect.arrayContaining(['field country', 'field team-size']));
  });

  it.each([
    { ...PROSPECT, 'team-size': 4 },
    { ...PROSPECT, country: 'other' }
  ])('AC-B6 when a prospect does not fit, then enrolling is refused', async (fields) => {
    const refusal = refusalIn(await new Story(UNIFIED, { fields }).may('2026-01-05T09:00', ENROLL));
    expect(refusal.code).toBe('notEligible');
    expect(refusal.unmet.map(({ source }) => source)).toEqual(['criteria']);
  });

  it('AC-B6 when the fields are filled in, then it is allowed', async () => {
    const story = new Story(UNIFIED, { fields: { company: 'Acme' } })
      .on('2026-01-05T08:00', rita.sets('country', 'US'))
      .on('2026-01-05T08:00', rita.sets('team-size', 12));
    expect(await story.may('2026-01-05T09:00', ENROLL)).toEqual({ allowed: true });
  });

  it('AC-B6 when a device enrolls it all the same, then that is noted, and nothing begins', async () => {
    const story = new Story(UNIFIED, { fields: { company: 'Acme' } });
    const state = await story.enrolls('2026-01-05T09:00', rita).state('2026-01-05T10:00');
    expect(state.notices).toMatchObject([{ code: 'refused' }]);
    expect(state.enrollments.filter(({ status }) => status === 'running')).toEqual([]);
  });
});

/** Introduced on Monday, called on Tuesday, and this came of it. */
function called(disposition: string, fields = {}): Story {
  return new Story(UNIFIED, { fields: { ...PROSPECT, ...fields } })
    .enrolls('2026-01-05T09:00', rita)
    .on('2026-01-05T09:30', rita.completes('introduce#1'))
    .on('2026-01-06T10:00', rita.completes('qualify#1', disposition));
}

const FORM = {
  fields: { need: 'Fewer lost leads', decider: 'CEO', budget: 20000, likelihood: 80 },
  checklist: ['need', 'decider', 'budget']
};

describe('AC-B6 AC-B7 given a prospect who is interested', () => {
  it('AC-B6 when the form is not complete, then it is not done', async () => {
    const story = called('interested');
    const form = { type: 'complete', enrollment: story.key(), step: 'form#1' } as const;
    expect(missing(await story.may('2026-01-06T11:00', form))).toHaveLength(7);
    expect(await story.may('2026-01-06T11:00', { ...form, ...FORM })).toEqual({ allowed: true });
  });

  it('AC-B7 when it is at least 70 % likely, then it goes into the pipeline, else not', async () => {
    const likely = called('interested').on(
      '2026-01-06T11:00',
      rita.completes('form#1', undefined, FORM)
    );
    expect((await likely.run('2026-01-06T11:00')).stage).toBe('pipeline');
    const fields = { ...FORM.fields, likelihood: 69 };
    const unlikely = called('interested').on(
      '2026-01-06T11:00',
      rita.completes('form#1', undefined, { ...FORM, fields })
    );
    expect((await unlikely.run('2026-01-06T11:00')).end).toMatchObject({ result: 'contactLater' });
  });
});

describe('AC-B13 given a prospect with a concern', () => {
  it('AC-B13 when it is the price, then another proposal is made', async () => {
    const story = called('concern', { concern: 'price' });
    expect(await story.open('2026-01-06T10:00')).toEqual(['adjust#1']);
  });

  it('AC-B13 when it is something else, then it is answered', async () => {
    const story = called('concern', { concern: 'trust' });
    expect(await story.open('2026-01-06T10:00')).toEqual(['answer#1']);
  });

  it.each([
    ['interested', 'form#1', null],
    ['not-interested', null, 'no']
  ])('AC-B13 when it was answered, then it is tried again: %s', async (disposition, next, end) => {
    const story = called('concern', { concern: 'trust' })
      .on('2026-01-06T11:00', rita.completes('answer#1'))
      .on('2026-01-08T11:30', rita.completes('second-talk#1', disposition));
    const run = await story.run('2026-01-08T11:30');
    expect(run.tasks.map(({ step }) => step)).toEqual(next ? [next] : []);
    expect(run.end?.node ?? null).toBe(end);
  });
});
