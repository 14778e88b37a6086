import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCadenceFile, type Cadence } from '$lib/domain';
import { titleOf } from '$lib/drawing';
import { outlineOf } from './outline-of';
import type { OutlineRow } from './rows';

function example(name: string): Cadence {
  const parsed = parseCadenceFile(readFileSync(`static/examples/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`${name} does not parse`);
  return parsed.value.cadence;
}

/** As a person would write it down. */
function written(cadence: Cadence): string {
  const name = (id: string | null) => {
    const node = cadence.nodes.find((candidate) => candidate.id === id);
    return node ? titleOf(node) : 'nowhere yet';
  };
  const line = (row: OutlineRow) => {
    if (row.type === 'group') return `# ${row.title}`;
    if (row.type === 'way') {
      const goes = row.to === null ? 'leads' : row.back ? 'back to' : 'goes to';
      return `${row.words ? `${row.words}: ` : ''}${goes} ${name(row.to)}`;
    }
    return `${row.way ? `${row.way.words}: ` : ''}${name(row.id)}`;
  };
  return outlineOf(cadence)
    .rows.map((row) => `${row.level} ${'  '.repeat(row.indent)}${line(row)}`)
    .join('\n');
}

describe('the outline', () => {
  it('x', () => {
    for (const each of [
      'six-step-follow-up',
      'branched-follow-up',
      'customer-acquisition',
      'order-return',
      'deal-review'
    ])
      console.log(written(example(each)));
    expect(1).toBe(1);
  });
});
