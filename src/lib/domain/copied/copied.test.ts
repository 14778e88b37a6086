import { describe, expect, it } from 'vitest';
import type { Edit } from '../edits/edit';
import { applyEdit } from '../edits/apply';
import { blankCadenceFile } from '../blank';
import type { CadenceFile } from '../file';
import { newNode } from '../kinds/registry';
import { copySteps, writeCopiedSteps } from './copy';
import { pasteSteps } from './paste';
import { looksCopied, readCopiedSteps } from './read';

const HOME = '01k3v9abcdefghjkmnpqrstvwx';
const ELSEWHERE = '01k3v9abcdefghjkmnpqrstvwy';

function after(file: CadenceFile, edit: Edit): CadenceFile {
  const result = applyEdit(file, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** A call that refers to everything there is, the branch that asks for its disposition, and an end. */
function home(): CadenceFile {
  const blank = blankCadenceFile({ id: HOME, name: 'Home' });
  return after(blank, {
    kind: 'batch',
    edits: [
      {
        kind: 'updateCadence',
        fields: {
          roles: [
            { id: 'sdr', name: 'SDR' },
            { id: 'boss', name: 'Team lead' }
          ],
          fields: [
            { id: 'region', name: 'Region', type: 'text' },
            { id: 'first-name', name: 'First name', type: 'text' },
            { id: 'unused', name: 'Unused', type: 'text' }
          ],
          dispositions: [
            {
              id: 'asked-back',
              name: 'Asked to call back',
              answered: true,
              sentiment: 'neutral',
              action: 'pause',
              after: { parameter: 'pause' }
            },
            { id: 'gone', name: 'Gone', answered: false, sentiment: 'negative', action: 'finish' }
          ],
          parameters: [
            { id: 'gap', name: 'Gap', duration: { amount: 2, unit: 'days' } },
            { id: 'pause', name: 'Pause', duration: { amount: 5, unit: 'days' } }
          ]
        }
      },
      {
        kind: 'addNode',
        position: { x: 0, y: 100 },
        node: newNode('action', 'call', {
          name: 'Ask',
          role: 'sdr',
          due: { parameter: 'gap' },
          script: 'Hi {{lead.first-name}}',
          dispositions: ['asked-back'],
          requirements: [{ id: 'r', text: 'Known', when: { 'lead.region': { $exists: true } } }],
          sla: [{ id: 's', after: { parameter: 'gap' }, action: 'move', role: 'boss', to: 'end' }]
        })
      },
      {
        kind: 'addNode',
        position: { x: 0, y: 200 },
        node: newNode('branch', 'fork-1', {
          by: {
            type: 'disposition',
            of: 'call',
            cases: [{ id: 'back', name: 'Back', dispositions: ['asked-back'] }]
          }
        })
      },
      { kind: 'connect', edge: { id: 'e1', from: 'call', port: 'done', to: 'fork-1' } },
      { kind: 'connect', edge: { id: 'e2', from: 'fork-1', port: 'default', to: 'end' } },
      {
        kind: 'setScenarios',
        scenarios: blank.scenarios.map((scenario) => ({
          ...scenario,
          steps: {
            call: {
              skill: 'german',
              outcomes: [{ disposition: 'asked-back', chance: 0.2, bySegment: { big: 0.5 } }]
            }
          }
        }))
      }
    ]
  });
}

const elsewhere = () => blankCadenceFile({ id: ELSEWHERE, name: 'Elsewhere' });
const both = new Set(['call', 'fork-1']);
const PASTE = { mark: '7k2f', by: { x: 10, y: 20 } };

describe('copying', () => {
  it('DOM-110 takes what the steps refer to along, and nothing else', () => {
    const copied = copySteps(home(), both);
    expect(copied.edges.map(({ id }) => id)).toEqual(['e1']);
    expect(copied.roles.map(({ id }) => id)).toEqual(['sdr', 'boss']);
    expect(copied.fields.map(({ id }) => id)).toEqual(['region', 'first-name']);
    expect(copied.dispositions.map(({ id }) => id)).toEqual(['asked-back']);
    expect(copied.parameters.map(({ id }) => id)).toEqual(['gap', 'pause']);
    expect(copied.positions).toEqual({ call: { x: 0, y: 100 }, 'fork-1': { x: 0, y: 200 } });
    expect(Object.keys(copied.assumptions)).toEqual(['call']);
  });

  it('DOM-110 is read again from its text as it was', () => {
    const copied = copySteps(home(), both);
    const text = writeCopiedSteps(copied);
    expect(looksCopied(text)).toBe(true);
    expect(readCopiedSteps(text)).toEqual({ ok: true, value: copied });
  });
});

describe('reading', () => {
  const fault = (text: string) => {
    const read = readCopiedSteps(text);
    return read.ok ? null : `${read.error[0]?.path} ${read.error[0]?.message}`.trim();
  };
  const spoilt = (change: object) => JSON.stringify({ ...copySteps(home(), both), ...change });

  it.each([
    ['half of it', writeCopiedSteps(copySteps(home(), both)).slice(0, 300), /too early/],
    ['nothing', '', /empty/],
    ['a list', '[]', /./],
    ['null', 'null', /./],
    ['an unknown property', spoilt({ more: 1 }), /more/],
    ['a newer format', spoilt({ format: 99 }), /newer version/],
    ['an end that is not there', spoilt({ nodes: [] }), /edges\[0\]\.from/],
    ['a bad id', spoilt({ from: 'HOME' }), /from/],
    ['a kind there is none of', spoilt({ nodes: [{ id: 'x', kind: 'zap', name: '' }] }), /./],
    [
      'a forbidden name',
      spoilt({}).replace('"roles"', '"__proto__":{"polluted":true},"roles"'),
      /must not be called that/
    ],
    [
      'too many steps',
      spoilt({ nodes: Array.from({ length: 501 }, (_, i) => newNode('note', `n${i}`)) }),
      /500/
    ]
  ])('DOM-111 refuses %s', (_what, text, words) => {
    expect(fault(text)).toMatch(words);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('pasting', () => {
  it('DOM-112 gives new ids, and leads references to them', () => {
    const { edit, nodes } = pasteSteps(elsewhere(), copySteps(home(), both), PASTE);
    expect(nodes).toEqual(['call-7k2f', 'branch-7k2f']);
    const { cadence, layout } = after(elsewhere(), edit);
    const branch = cadence.nodes.find(({ id }) => id === 'branch-7k2f');
    expect(branch).toMatchObject({ by: { of: 'call-7k2f' } });
    expect(cadence.edges.at(-1)).toMatchObject({
      from: 'call-7k2f',
      port: 'done',
      to: 'branch-7k2f'
    });
    expect(layout.positions['call-7k2f']).toEqual({ x: 10, y: 120 });
  });

  it('DOM-112 keeps a reference to a step that is there, and takes it out elsewhere', () => {
    const copied = copySteps(home(), both);
    const sla = (file: CadenceFile) => {
      const { edit, nodes, loose } = pasteSteps(file, copied, PASTE);
      const node = after(file, edit).cadence.nodes.find(({ id }) => id === nodes[0]);
      return [node?.kind === 'action' ? node.sla?.[0]?.to : null, loose];
    };
    expect(sla(home())).toEqual(['end', []]);
    expect(sla(elsewhere())).toEqual([undefined, ['Ask']]);
  });

  it('DOM-112 renames steps within conditions', () => {
    const wait = newNode('wait', 'hold', {
      until: {
        type: 'event',
        condition: { $or: [{ 'step.call.disposition': 'asked-back' }, { 'visits.other': 2 }] }
      }
    });
    const file = after(home(), { kind: 'addNode', node: wait });
    const copied = copySteps(file, new Set(['call', 'hold']));
    const { edit, loose } = pasteSteps(elsewhere(), copied, PASTE);
    const pasted = after(elsewhere(), edit).cadence.nodes.find(({ id }) => id === 'wait-7k2f');
    expect(pasted).toMatchObject({
      until: {
        condition: { $or: [{ 'step.call-7k2f.disposition': 'asked-back' }, { 'visits.other': 2 }] }
      }
    });
    expect(loose).toContain('Wait');
  });

  it('DOM-113 brings what is lacking, and means what is there', () => {
    const copied = copySteps(home(), both);
    const here = after(elsewhere(), {
      kind: 'updateCadence',
      fields: {
        parameters: [{ id: 'gap', name: 'Our gap', duration: { amount: 9, unit: 'days' } }]
      }
    });
    const { edit, added } = pasteSteps(here, copied, PASTE);
    const { cadence, scenarios } = after(here, edit);
    expect(cadence.parameters.map(({ name }) => name)).toEqual(['Our gap', 'Pause']);
    expect(added).toEqual(expect.arrayContaining(['SDR', 'Team lead', 'Region', 'Pause']));
    expect(scenarios[0]?.steps['call-7k2f']).toEqual({
      outcomes: [{ disposition: 'asked-back', chance: 0.2 }]
    });
  });

  it('DOM-113 at home nothing is lacking, and segments and skills stay', () => {
    const { edit, added } = pasteSteps(home(), copySteps(home(), both), PASTE);
    expect(added).toEqual([]);
    expect(after(home(), edit).scenarios[0]?.steps['call-7k2f']).toMatchObject({ skill: 'german' });
  });
});
