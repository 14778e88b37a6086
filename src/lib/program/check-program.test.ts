import { describe, expect, it } from 'vitest';
import { sampleProgram } from '$tests/support/sample-program';
import { checkProgram } from './check-program';
import { OP, type Predicate, type Program } from './program';

function faults(changes: Partial<Program>): readonly string[] {
  return checkProgram(sampleProgram(changes));
}

/** A column of the sample with one row replaced. */
function patched(
  column: 'op' | 'arg' | 'firstPort' | 'target' | 'edge',
  row: number,
  value: number
) {
  const copy = sampleProgram()[column].slice();
  copy[row] = value;
  return { [column]: copy };
}

const [task] = sampleProgram().tasks as [Program['tasks'][number]];

describe('checkProgram', () => {
  it('PRG-2 to PRG-8 finds nothing wrong with a sound program', () => {
    expect(faults({})).toEqual([]);
  });

  it('PRG-2 finds columns that do not fit together', () => {
    expect(faults({ op: Uint8Array.of(0) })).toEqual(['op has 1 rows instead of 8']);
    expect(faults({ arg: new Int32Array(9) })).toEqual(['arg has 9 rows instead of 8']);
    expect(faults({ nodeNames: [] })).toEqual(['nodeNames has 0 rows instead of 8']);
    expect(faults({ edge: new Int32Array(2) })).toEqual(['edge has 2 rows instead of 9']);
    expect(faults({ portNames: ['Next'] })).toEqual(['portNames has 1 rows instead of 9']);
    expect(faults(patched('firstPort', 0, 1))).toEqual(['firstPort does not begin with 0']);
    expect(faults(patched('firstPort', 8, 8))).toContain('firstPort does not end with 9');
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
    expect(faults({ nodes: [...nodes.slice(0, -1), 'start'] })).toEqual([
      'node start has two instructions'
    ]);
    expect(faults({ edges: [...edges, 'e1'] })).toEqual(['edge e1 is listed twice']);
    expect(faults({ dispositions: dispositions.map((one) => ({ ...one, id: 'busy' })) })).toEqual([
      'disposition busy is listed twice'
    ]);
  });

  it('PRG-5 finds ports that lead nowhere', () => {
    expect(faults(patched('target', 4, 8))).toEqual(['port 4 leads to 8, which is no instruction']);
    expect(faults(patched('edge', 4, -1))).toEqual(['port 4 leaves by -1, which is no edge']);
  });

  it('PRG-6 finds unknown ops and rows', () => {
    expect(faults(patched('op', 3, 9))).toEqual(['3 has the unknown op 9']);
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
    expect(faults({ chooses: [{ cases: [], onArrival: true }] })).toEqual([
      '4 has 2 ports instead of 1'
    ]);
    expect(faults({ splits: [{ upTo: [30, 60, 100] }] })).toEqual(['5 has 2 ports instead of 3']);
  });

  it('PRG-8 finds a task that refers to what does not exist', () => {
    const withTask = (changes: Partial<typeof task>) =>
      faults({ tasks: [{ ...task, ...changes }] });
    expect(withTask({ portOf: Int32Array.of(0) })).toEqual([
      '2 has ports for 1 dispositions instead of 2'
    ]);
    expect(withTask({ portOf: Int32Array.of(0, 2) })).toEqual(['2 sends disposition 1 to port 2']);
    expect(withTask({ dispositions: [2] })).toEqual(['2 offers disposition 2']);
    expect(withTask({ due: { amount: 1.5, unit: 'days' } })).toEqual(['2 has a delay of 1.5']);
  });

  it('PRG-8 finds a bad delay, bad shares and a case about what is no task', () => {
    expect(faults({ waits: [{ delay: { amount: -1, unit: 'hours' } }] })).toEqual([
      '3 has a delay of -1'
    ]);
    expect(faults({ splits: [{ upTo: [100, 30] }] })).toEqual([
      '5 has weights that are not running sums'
    ]);
    expect(faults({ splits: [{ upTo: [0, 0] }] })).toEqual(['5 has weights of nothing']);
    const asking: Predicate = {
      type: 'compare',
      fact: { type: 'stepDisposition', pc: 3 },
      op: '$exists',
      value: true
    };
    const cases: Predicate[] = [{ type: 'not', of: { type: 'or', of: [asking] } }];
    expect(faults({ chooses: [{ cases, onArrival: false }] })).toEqual([
      '4 asks for the disposition of 3, which is no task'
    ]);
  });
});
