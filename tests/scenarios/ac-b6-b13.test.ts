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

describe('AC-B6 one way in for every prospect', () => {
  it('AC-B6 a prospect without the fields of the criteria is refused, all of them named', async () => {
    const story = new Story(UNIFIED, { fields: { company: 'Acme' } });
    const verdict = await story.may('2026-01-05T09:00', ENROLL);
    expect(refusalIn(verdict).code).toBe('notEligible');
    expect(missing(verdict)).toEqual(expect.arrayContaining(['field country', 'field team-size']));
  });

  it.each([
    { ...PROSPECT, 'team-size': 4 },
    { ...PROSPECT, country: 'other' }
  ])('AC-B6 nor one that does not fit', async (fields) => {
    const refusal = refusalIn(await new Story(UNIFIED, { fields }).may('2026-01-05T09:00', ENROLL));
    expect(refusal.code).toBe('notEligible');
    expect(refusal.unmet.map(({ source }) => source)).toEqual(['criteria']);
  });

  it('AC-B6 with the fields filled in it is allowed', async () => {
    const story = new Story(UNIFIED, { fields: { company: 'Acme' } })
      .on('2026-01-05T08:00', rita.sets('country', 'US'))
      .on('2026-01-05T08:00', rita.sets('team-size', 12));
    expect(await story.may('2026-01-05T09:00', ENROLL)).toEqual({ allowed: true });
  });

  it('AC-B6 a device that enrolls it all the same is noted, and nothing begins', async () => {
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

describe('AC-B6 AC-B7 the same form, and only what is likely', () => {
  it('AC-B6 the form is complete or it is not done', async () => {
    const story = called('interested');
    const form = { type: 'complete', enrollment: story.key(), step: 'form#1' } as const;
    expect(missing(await story.may('2026-01-06T11:00', form))).toHaveLength(7);
    expect(await story.may('2026-01-06T11:00', { ...form, ...FORM })).toEqual({ allowed: true });
  });

  it('AC-B7 at least 70 % likely goes into the pipeline, less does not', async () => {
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

describe('AC-B13 a negative answer is taken up before it is accepted', () => {
  it('AC-B13 a concern about the price is met with another proposal', async () => {
    const story = called('concern', { concern: 'price' });
    expect(await story.open('2026-01-06T10:00')).toEqual(['adjust#1']);
  });

  it('AC-B13 any other concern is answered', async () => {
    const story = called('concern', { concern: 'trust' });
    expect(await story.open('2026-01-06T10:00')).toEqual(['answer#1']);
  });

  it.each([
    ['interested', 'form#1', null],
    ['not-interested', null, 'no']
  ])('AC-B13 and then it is tried again: %s', async (disposition, next, end) => {
    const story = called('concern', { concern: 'trust' })
      .on('2026-01-06T11:00', rita.completes('answer#1'))
      .on('2026-01-08T11:30', rita.completes('second-talk#1', disposition));
    const run = await story.run('2026-01-08T11:30');
    expect(run.tasks.map(({ step }) => step)).toEqual(next ? [next] : []);
    expect(run.end?.node ?? null).toBe(end);
  });
});
