import { describe, expect, it } from 'vitest';
import { outlineOf } from '../outline/outline-of';
import { sampleFile } from '../testing/sample-file';
import { flowGraph } from './flow-graph';
import { edgeWords, stepWords } from './words';

const { cadence } = sampleFile();
const graph = flowGraph(cadence);
const { order } = outlineOf(cadence, graph);

describe('what is said of a step', () => {
  it.each([
    ['email-1', /^Introduce the season plan, step 3 of 11, Email.*, leads to Wait$/],
    ['silent', /^No answer, step 11 of 11, Unresponsive, ends here$/],
    [
      'reached',
      /^Did we reach them\?, step 6 of 11, .*, 3 ways: If Not interested to Closed · not interested; If Interested to Becomes an opportunity; Otherwise to Wait$/
    ]
  ])('ED-73 of %s: where it stands, what it does and where it leads', (id, words) => {
    expect(stepWords({ cadence, graph, order, problems: [] }, id)).toMatch(words);
  });

  it('ED-73 its problems are said with it', () => {
    const problems = [
      { code: 'x', severity: 'error', node: 'silent', message: 'Nobody comes here.', help: '' },
      { code: 'y', severity: 'info', node: 'silent', message: 'Good to know.', help: '' }
    ] as never;
    expect(stepWords({ cadence, graph, order, problems }, 'silent')).toMatch(
      /, 1 problem: Nobody comes here\.$/
    );
  });

  it('ED-73 a connection says its way and its ends', () => {
    const edge = cadence.edges.find(({ id }) => id === 'e7');
    expect(edge && edgeWords(graph, edge)).toBe(
      'Connection from Did we reach them? to Becomes an opportunity, If Interested'
    );
  });
});
