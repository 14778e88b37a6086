import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blankCadenceFile, newNode, parseCadenceFile, type Cadence } from '$lib/domain';
import { flowGraph } from '../walk/flow-graph';
import { SAMPLE_ID, sampleFile } from '../testing/sample-file';
import { outlineOf } from './outline-of';
import { rowWords } from './row-words';

function example(name: string): Cadence {
  const parsed = parseCadenceFile(readFileSync(`static/examples/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`${name} does not parse`);
  return parsed.value.cadence;
}

/** As a person would write it down; only names. */
function written(cadence: Cadence): readonly string[] {
  const graph = flowGraph(cadence);
  return outlineOf(cadence).rows.map((row) => {
    const words =
      row.type === 'step'
        ? `${row.way?.words ? `${row.way.words}: ` : ''}${graph.nodes.get(row.id)?.name ?? ''}`
        : rowWords(row, cadence, graph, undefined);
    return `${row.level} ${'  '.repeat(row.indent)}${words}`;
  });
}

function change(cadence: Cadence, edges: Cadence['edges']): Cadence {
  return { ...cadence, edges };
}

describe('the outline', () => {
  it('ED-74 goes along the flow, other ways moved in, stages as headings', () => {
    expect(written(example('six-step-follow-up')).slice(0, 8)).toEqual([
      '1 New lead',
      '1 Prospecting',
      '2 Introduction email',
      '3   If Interested: goes to Opportunity',
      '3   If Not interested: goes to Closed',
      '2 Otherwise: Gap 1',
      '2 First follow-up call',
      '3   If Interested: goes to Opportunity'
    ]);
  });

  it('ED-74 puts steps that many lead to where all their ways have met', () => {
    const rows = written(example('six-step-follow-up'));
    expect(rows.slice(-5)).toEqual([
      '3   If Not interested: goes to Closed',
      '2 Otherwise: Moved on',
      '1 Opportunity',
      '2 Becomes an opportunity',
      '1 Closed'
    ]);
  });

  it('ED-74 shows the paths of a fork under it, and their join behind them', () => {
    const rows = written(example('order-return'));
    const fork = rows.indexOf('3   Refund: Look up the payment');
    expect(rows.slice(fork)).toEqual([
      '3   Refund: Look up the payment',
      '3   Approve the refund',
      '4     If Refused: back to Look up the payment',
      '3   Approved: Pay it back',
      '4     goes to Both are done',
      '3   Pickup: Arrange the pickup',
      '3   Picked up?',
      '4     Met: goes to Both are done',
      '3   Timeout: Ask about the parcel',
      '3   Picked up now?',
      '4     Met: goes to Both are done',
      '4     Timeout: goes to Both are done',
      '2 Both are done',
      '2 Tell sales that it is settled',
      '2 All settled',
      '2 Settled'
    ]);
  });

  it('ED-75 never follows a loop: it says what is gone back to', () => {
    const { cadence } = sampleFile();
    const edges = cadence.edges.map((edge) =>
      edge.id === 'e10' ? { ...edge, to: 'gap-1' } : edge
    );
    const rows = written(change(cadence, edges));
    expect(rows).toContain('3   back to Wait');
    expect(rows.filter((row) => row.includes('First follow-up call'))).toHaveLength(1);
  });

  it('ED-75 says which ways lead nowhere yet', () => {
    const { cadence } = sampleFile();
    const edges = cadence.edges.filter(({ id }) => id !== 'e7' && id !== 'e10');
    const rows = written(change(cadence, edges));
    expect(rows).toContain('3   If Interested: leads nowhere yet');
    expect(rows).toContain('3   leads nowhere yet');
  });

  it('ED-75 lists what no entry leads to under headings of its own', () => {
    const { cadence } = blankCadenceFile({ id: SAMPLE_ID, name: 'Loose', tz: 'UTC' });
    const nodes = [
      newNode('exit', 'gone', { name: 'Opted out' }),
      newNode('note', 'remark', { name: 'A remark' }),
      newNode('wait', 'loose', { name: 'Loose' })
    ];
    const handlers = [
      {
        id: 'stop',
        name: 'Stop',
        on: { type: 'signal', signal: 'opt-out' },
        effect: { type: 'exit', to: 'gone' }
      } as const
    ];
    expect(written({ ...cadence, nodes, edges: [], handlers })).toEqual([
      '1 From anywhere',
      '2 Opted out',
      '1 Not connected',
      '2 Loose',
      '3   leads nowhere yet',
      '1 Notes',
      '2 A remark'
    ]);
  });

  it('ED-78 takes thousands of steps in a row, and thousands of ways to one step', () => {
    const { cadence } = blankCadenceFile({ id: SAMPLE_ID, name: 'Long', tz: 'UTC' });
    const count = 5000;
    const calls = Array.from({ length: count }, (_, index) =>
      newNode('action', `call-${index}`, { name: `Call ${index}`, routes: ['not-interested'] })
    );
    const edges = calls.flatMap(({ id }, index) => [
      { id: `on-${index}`, from: id, port: 'done', to: calls[index + 1]?.id ?? 'lost' },
      { id: `no-${index}`, from: id, port: 'not-interested', to: 'lost' }
    ]);
    const nodes = [...calls, newNode('exit', 'lost', { name: 'Lost' })];
    const { order, rows } = outlineOf({ ...cadence, nodes, edges });
    expect(order).toHaveLength(count + 1);
    // The last call's usual way is a reference as well: the exit stands where all ways meet.
    expect(rows).toHaveLength(2 * count + 3);
  });
});
