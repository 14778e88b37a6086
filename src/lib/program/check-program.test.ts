import { describe, expect, it } from 'vitest';
import { sampleProgram } from '$tests/support/sample-program';
import { checkProgram } from './check-program';
import { OP, type Program } from './program';

function faults(changes: Partial<Program>): readonly string[] {
  return checkProgram(sampleProgram(changes));
}

/** A column of the sample with one row replaced. */
function patched(
  column: 'op' | 'arg' | 'guard' | 'firstPort' | 'target' | 'edge',
  row: number,
  value: number
) {
  const copy = sampleProgram()[column].slice();
  copy[row] = value;
  return { [column]: copy };
}

describe('checkProgram', () => {
  it('PRG-2 to PRG-9 finds nothing wrong with a sound program', () => {
    expect(faults({})).toEqual([]);
  });

  it('PRG-2 finds columns that do not fit together', () => {
    expect(faults({ op: Uint8Array.of(0) })).toEqual(['op has 1 rows instead of 11']);
    expect(faults({ arg: new Int32Array(9) })).toEqual(['arg has 9 rows instead of 11']);
    expect(faults({ guard: new Int32Array(9) })).toEqual(['guard has 9 rows instead of 11']);
    expect(faults({ nodeNames: [] })).toEqual(['nodeNames has 0 rows instead of 11']);
    expect(faults({ edge: new Int32Array(2) })).toEqual(['edge has 2 rows instead of 12']);
    expect(faults({ portNames: ['Next'] })).toEqual(['portNames has 1 rows instead of 12']);
    expect(faults(patched('firstPort', 0, 1))).toEqual(['firstPort does not begin with 0']);
    expect(faults(patched('firstPort', 11, 11))).toContain('firstPort does not end with 12');
    expect(faults(patched('firstPort', 3, 1))).toEqual(['firstPort decreases at 3']);
    expect(faults({ nodes: [] })).toContain('there is no instruction');
  });

  it('PRG-3 finds another engine and a start that is no entry', () => {
    expect(faults({ engine: 2 })).toEqual(['it is made for engine 2 instead of 1']);
    expect(faults({ start: 1 })).toEqual(['start 1 is no entry']);
    expect(faults({ start: 99 })).toEqual(['start 99 is no entry']);
  });

  it('PRG-4 finds what is listed twice', () => {
    const { nodes, edges, dispositions } = sampleProgram();
    expect(faults({ nodes: nodes.map((id) => (id === 'pass-on' ? 'start' : id)) })).toEqual([
      'node start has two instructions'
    ]);
    expect(faults({ edges: [...edges, 'e1'] })).toEqual(['edge e1 is listed twice']);
    expect(faults({ dispositions: dispositions.map((one) => ({ ...one, id: 'busy' })) })).toEqual([
      'disposition busy is listed twice'
    ]);
    expect(faults({ signals: ['reply', 'reply'] })).toEqual(['signal reply is listed twice']);
  });

  it('PRG-5 finds ports that lead nowhere', () => {
    expect(faults(patched('target', 4, 11))).toEqual([
      'port 4 leads to 11, which is no instruction'
    ]);
    expect(faults(patched('edge', 4, -1))).toEqual(['port 4 leaves by -1, which is no edge']);
  });

  it('PRG-6 finds unknown ops and rows', () => {
    expect(faults(patched('op', 3, 10))).toEqual(['3 has the unknown op 10']);
    expect(faults(patched('arg', 0, 1))).toEqual(['0 names row 1 of a table that has no rows']);
    expect(faults(patched('arg', 7, 2))).toEqual(['7 names row 2 of a table that has 2']);
    expect(faults(patched('arg', 2, -1))).toEqual(['2 names row -1 of a table that has 1']);
  });

  it('PRG-7 finds instructions with too many or too few ports', () => {
    expect(faults(patched('op', 2, OP.wait))).toContain('2 has 2 ports instead of 1');
    expect(faults(patched('op', 1, OP.exit))).toEqual(['1 has 1 ports instead of 0']);
    expect(faults(patched('op', 7, OP.enter))).toContain(
      '7 names row 1 of a table that has no rows'
    );
    expect(faults(patched('op', 6, OP.task))).toContain('6 has no port to leave by');
    expect(faults(patched('op', 7, OP.fork))).toContain('7 names row 1 of a table that has 1');
    expect(faults({ handoffs: [{ to: { type: 'signal', signal: 'x' }, ends: false }] })).toEqual([
      '10 has 0 ports instead of 1'
    ]);
    const timeout = { amount: 1, unit: 'days' } as const;
    expect(faults({ waits: [{ type: 'event', signals: [0], condition: null, timeout }] })).toEqual([
      '3 has 1 ports instead of 2'
    ]);
    expect(faults({ chooses: [{ cases: [], onArrival: true }] })).toEqual([
      '4 has 2 ports instead of 1'
    ]);
    expect(faults({ splits: [{ upTo: [30, 60, 100] }] })).toEqual(['5 has 2 ports instead of 3']);
  });

  it('PRG-6 finds a guard that is none, and one where nobody can be held', () => {
    expect(faults(patched('guard', 6, 1))).toEqual(['6 has the guard 1, which is none']);
    expect(faults(patched('guard', 3, 0))).toEqual(['3 has a guard and cannot be held']);
  });
});
