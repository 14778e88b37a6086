import { describe, expect, it } from 'vitest';
import type { ActionNode, Cadence, Scenario } from '$lib/domain';
import { cadenceOf, call, entry, exit, stage, wait } from '$tests/support/cadences';
import { loadCadenceFile, programOf } from '$tests/support/files';
import { modelOf } from '../model/model';
import type { PathReport } from '../statistics/result';
import { pathOf } from './path';

const scenario: Scenario = {
  id: 'base',
  name: 'Base',
  start: '2026-01-05T09:00',
  leads: 100,
  seed: 1,
  arrivals: { type: 'atOnce' },
  steps: {}
};

function reportOf(cadence: Cadence, rest: Partial<Scenario> = {}): PathReport {
  const model = modelOf(programOf(cadence), { ...scenario, ...rest });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return pathOf(model.value);
}

function withCall(rest: Partial<ActionNode>): Cadence {
  const nodes = [entry(), stage('talk'), call('call', rest), wait('gap'), exit('done')];
  return cadenceOf(nodes, ['start > talk', 'talk > call', 'call > gap', 'gap > done']);
}

describe('the path of a model', () => {
  it('SIM-38 is columnar where steps follow each other', () => {
    expect(reportOf(withCall({}))).toEqual({ kind: 'columnar', reasons: [] });
  });

  it.each(['six-step-a', 'order-loop'])('SIM-38 is columnar for the workload %s', (name) => {
    const { cadence, scenarios } = loadCadenceFile(`tests/bench/${name}.json`);
    expect(reportOf(cadence, scenarios[0])).toEqual({ kind: 'columnar', reasons: [] });
  });

  it.each<[string, Partial<ActionNode>]>([
    ['may expire', { expireAfter: { amount: 3, unit: 'days' } }],
    ['is repeated', { repeat: { times: 2, gap: { amount: 1, unit: 'days' }, until: [] } }],
    [
      'has requirements',
      { requirements: [{ id: 'named', text: 'has a name', when: { 'lead.name': 'x' } }] }
    ]
  ])('SIM-38 says that a step %s', (why, rest) => {
    const report = reportOf(withCall(rest));
    expect(report.kind).toBe('general');
    expect(report.reasons).toContain(`the step “call” ${why}`);
  });

  it('SIM-111 says that hours in small pieces take too much room where leads go in circles', () => {
    const day: [string, string][] = ['00', '15', '30', '45'].map((minute) => [
      `09:${minute}`,
      `09:${Number(minute) + 10}`
    ]);
    const circle = cadenceOf(
      [
        entry(),
        call('call', { dispositions: ['connected'], routes: ['connected'] }),
        wait('gap'),
        exit('done')
      ],
      ['start > call', 'call > gap', 'gap > call', 'call:connected > done']
    );
    const report = reportOf({ ...circle, calendar: { tz: 'UTC', week: { mon: day, tue: day } } });
    expect(report).toEqual({
      kind: 'general',
      reasons: ['its calendars and times take too much room']
    });
  });

  it('SIM-38 says that the general path was asked for', () => {
    const model = modelOf(programOf(withCall({})), scenario, { general: true });
    expect(model.ok && pathOf(model.value).reasons).toEqual(['the general path was asked for']);
  });
});
