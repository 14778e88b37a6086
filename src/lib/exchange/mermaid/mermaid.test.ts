import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNode, type CadenceFile } from '$lib/domain';
import { anyCadence } from '$tests/support/arbitrary-cadence';
import { arbitraryCadenceFile } from '$tests/support/arbitrary-cadence-file';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { loadCadenceFile } from '$tests/support/files';
import { expectGolden } from '$tests/support/golden';
import { readMermaid } from '../testing/read-mermaid';
import { mermaidOf } from './mermaid';

const HOSTILE = [
  'end',
  'He said "no" [maybe] {or} (not) |pipe|',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '%%{init: {"theme":"dark"}}%%',
  'style: #35; classDef a fill:#fff;',
  '`markdown` **bold** $$x^2$$ --> n0',
  'Ünïcödé 日本語 🙂 ‏עברית',
  'two\nlines\r\nand a\ttab',
  'nul \u0000 and \ud800 alone',
  'back\\slash',
  '#quot; &quot; &#34;',
  '   '
];

function named(name: string): CadenceFile {
  const file = fileOf(sixSteps());
  const nodes = file.cadence.nodes.map((node) => ({ ...node, name }));
  return {
    ...file,
    cadence: {
      ...file.cadence,
      nodes: [
        ...nodes,
        newNode('stage', 'phase', { name }),
        newNode('note', 'hint', { text: name })
      ]
    }
  };
}

describe('Mermaid', () => {
  it.each(HOSTILE)('EXC-2 bears the name %j', (name) => {
    const file = named(name);
    const chart = readMermaid(mermaidOf(file));
    expect(chart.steps.size).toBe(file.cadence.nodes.length);
  });

  it.each(['He said "no" <b>&amp;', 'style: #35; end', '100%% of $$', 'a | b ] c } d'])(
    'EXC-2 shows %j as it is',
    (name) => {
      expect(
        readMermaid(mermaidOf(named(name)))
          .steps.get('n0')
          ?.split('\n')[0]
      ).toBe(name);
    }
  );

  it('EXC-1 has a step for each node, a way for each edge and a box for each stage', () => {
    const file = loadCadenceFile('static/examples/customer-acquisition.json');
    const chart = readMermaid(mermaidOf(file));
    expect(chart.steps.size).toBe(file.cadence.nodes.length);
    expect(chart.ways).toHaveLength(file.cadence.edges.length);
    const stages = file.cadence.nodes.filter(({ kind }) => kind === 'stage');
    expect(stages.length).toBeGreaterThan(0);
    expect(chart.boxes.map(({ label }) => label)).toEqual(stages.map(({ name }) => name));
    expect(chart.boxes.every(({ steps }) => steps.length > 0)).toBe(true);
  });

  it.each(['six-step-follow-up', 'discount-approval'])('EXC-1 %s is the same text', (name) => {
    const file = loadCadenceFile(`static/examples/${name}.json`);
    expectGolden(`tests/goldens/exchange/${name}.mmd`, mermaidOf(file));
  });

  it('EXC-1 runs as the drawing does', () => {
    const file = fileOf(sixSteps());
    const right = { ...file, layout: { ...file.layout, direction: 'right' as const } };
    expect(readMermaid(mermaidOf(right)).direction).toBe('LR');
    expect(readMermaid(mermaidOf(file)).direction).toBe('TD');
  });

  it('EXC-1 EXC-2 any cadence becomes a flowchart', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryCadenceFile,
          anyCadence().map((cadence) => ({ cadence, layout: { positions: {} } }))
        ),
        (file) => {
          const chart = readMermaid(mermaidOf(file));
          expect(chart.steps.size).toBe(file.cadence.nodes.length);
          expect(chart.ways).toHaveLength(file.cadence.edges.length);
        }
      ),
      { seed: 41, numRuns: 200 }
    );
  });

  it('EXC-2 any text becomes a label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(readMermaid(mermaidOf(named(name))).steps.size).toBeGreaterThan(0);
      }),
      { seed: 42, numRuns: 300 }
    );
  });
});
