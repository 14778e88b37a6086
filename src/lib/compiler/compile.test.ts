import { describe, expect, it } from 'vitest';
import { OP } from '$lib/program';
import { sixSteps, tiny } from '../../../tests/support/cadences';
import { compile } from './compile';

describe('compile', () => {
  it('CMP-1 a sound cadence gives a program and no diagnostics', () => {
    const { diagnostics, program } = compile(tiny());
    expect(diagnostics).toEqual([]);
    expect([...(program?.op ?? [])]).toEqual([OP.enter, OP.task, OP.exit]);
    expect([...(program?.target ?? [])]).toEqual([1, 2]);
  });

  it('CMP-2 the order of nodes and edges in the file does not matter', () => {
    const cadence = sixSteps();
    const turned = {
      ...cadence,
      nodes: cadence.nodes.toReversed(),
      edges: cadence.edges.toReversed()
    };
    const { program } = compile(cadence);
    const again = compile(turned).program;
    expect(program).not.toBeNull();
    expect({ ...again, version: program?.version }).toEqual(program);
  });
});
