import { describe, expect, it } from 'vitest';
import type { BranchBy, Cadence, CadenceNode, Delay, Disposition } from '$lib/domain';
import {
  DISPOSITIONS,
  branch,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  stage,
  wait
} from '$tests/support/cadences';
import { resolve } from '../1-resolve/resolve';
import { check } from './check';

/** `code node` of everything found. */
function found(...parts: Parameters<typeof cadenceOf>): string[] {
  const diagnostics = check(resolve(cadenceOf(...parts), undefined));
  return diagnostics.map(({ code, node }) => (node === undefined ? code : `${code} ${node}`));
}

/** Entry, these steps one after another, exit. */
function chain(steps: readonly CadenceNode[], rest: Partial<Cadence> = {}): string[] {
  const nodes = [entry(), ...steps, exit('end')];
  const lines = nodes.slice(1).map(({ id }, i) => {
    const from = nodes[i]!;
    return `${from.id}${from.kind === 'branch' ? ':default' : ''} > ${id}`;
  });
  return found(nodes, lines, rest);
}

describe('what lies aside', () => {
  it('CMP-12 makes one remark, whatever else is wrong with it', () => {
    const aside = call('aside', { role: 'nobody', script: '' });
    expect(found([entry(), aside, exit('end')], ['start > end'])).toEqual([
      'unreachable-step aside'
    ]);
  });

  it('CMP-10 without an entry every step is looked at, and none is called unreachable', () => {
    expect(found([call('call', { role: 'nobody' })], [])).toEqual([
      'no-entry',
      'dangling-port call',
      'unknown-role call'
    ]);
  });
});

describe('ways out', () => {
  it('CMP-13 a loose end is told as such, not as a trap', () => {
    const nodes = [entry(), call('a'), call('b'), exit('end')];
    expect(found(nodes, ['start > a', 'a > b'])).toEqual([
      'unreachable-step end',
      'dangling-port b'
    ]);
  });

  it('CMP-13 a circle is told once, at its first step, and what leads into it is not', () => {
    const nodes = [entry(), call('a'), call('b'), call('c'), exit('end')];
    const lines = ['start > a', 'a > b', 'b > c', 'c > b'];
    expect(found(nodes, lines)).toContain('no-way-out b');
    expect(found(nodes, lines).filter((one) => one.startsWith('no-way-out'))).toHaveLength(1);
  });
});

describe('circles', () => {
  const again: BranchBy = { type: 'signal', cases: [{ id: 'y', name: 'Yes', signal: 'reply' }] };
  const round = (step: CadenceNode) =>
    found(
      [entry(), stage('again'), step, branch('answered', again), exit('end')],
      [
        'start > again',
        `again > ${step.id}`,
        `${step.id} > answered`,
        'answered:y > end',
        'answered:default > again'
      ]
    ).filter((one) => one.startsWith('endless-circle'));

  it('CMP-21 a step that a person does takes time, an automatic one does not', () => {
    expect(round(call('call'))).toEqual([]);
    expect(round(email('mail', { mode: 'automatic' }))).toEqual(['endless-circle again']);
  });

  it('CMP-21 a wait takes time unless it waits for nothing', () => {
    expect(round(wait('w'))).toEqual([]);
    expect(round(wait('w', { amount: 0, unit: 'hours' }))).toEqual(['endless-circle again']);
  });
});

describe('crowded days', () => {
  const emails = (gap: Delay) =>
    chain([email('a'), wait('v', gap), email('b'), wait('w', gap), email('c')]);

  it('CMP-40 twice twelve hours are a day, a minute less is not', () => {
    expect(emails({ amount: 12, unit: 'hours' })).toEqual([]);
    expect(emails({ amount: 719, unit: 'minutes' })).toEqual(['crowded-day c']);
  });

  it('CMP-40 a business day is a day, business hours may all be of one', () => {
    expect(emails({ amount: 1, unit: 'businessDays' })).toEqual([]);
    expect(emails({ amount: 3, unit: 'businessHours' })).toEqual(['crowded-day c']);
    // A whole working day of open hours ends at the same time of another day.
    expect(emails({ amount: 8, unit: 'businessHours' })).toEqual([]);
    expect(emails({ amount: 480, unit: 'businessMinutes' })).toEqual([]);
  });

  it('CMP-40 other channels do not count, and tasks are no touches', () => {
    expect(chain([email('a'), call('b'), email('c'), call('d')])).toEqual([]);
    const task = (id: string): CadenceNode => ({ id, kind: 'action', name: id, channel: 'task' });
    expect(chain([task('a'), task('b'), task('c')])).toEqual([]);
  });

  it('CMP-40 four in a row are told at the third and the fourth', () => {
    expect(chain([call('a'), call('b'), call('c'), call('d')])).toEqual([
      'crowded-day c',
      'crowded-day d'
    ]);
  });

  it('CMP-40 every third is told when the ways part after the second', () => {
    const by: BranchBy = { type: 'signal', cases: [{ id: 'y', name: 'Yes', signal: 'reply' }] };
    const calls = [call('a'), call('b'), call('c'), call('d')];
    const lines = ['start > a', 'a > b', 'b > way', 'way:y > c', 'way:default > d'];
    expect(
      found(
        [entry(), ...calls, branch('way', by), exit('end')],
        [...lines, 'c > end', 'd > end']
      ).sort()
    ).toEqual(['crowded-day c', 'crowded-day d']);
  });

  it('CMP-40 a call that is tried again and again is its own third', () => {
    const retry = call('call', { dispositions: ['no-answer'], routes: ['no-answer'] });
    expect(
      found([entry(), retry, exit('end')], ['start > call', 'call > end', 'call:no-answer > call'])
    ).toEqual(['crowded-day call']);
  });
});

describe('circles', () => {
  it('CMP-21 a wait whose parameter is missing is told for that alone', () => {
    const by: BranchBy = { type: 'signal', cases: [{ id: 'y', name: 'Yes', signal: 'reply' }] };
    const mail = email('mail', { mode: 'automatic' });
    const nodes = [entry(), mail, wait('w', { parameter: 'gone' }), branch('b', by), exit('end')];
    const lines = ['start > mail', 'mail > w', 'w > b', 'b:y > end', 'b:default > mail'];
    expect(found(nodes, lines)).toEqual(['unknown-parameter w']);
  });
});

describe('waits before an exit', () => {
  it('CMP-20 stages and further waits are nothing that happens, a branch is', () => {
    expect(chain([wait('v'), stage('s'), wait('w')])).toEqual([
      'wait-before-exit v',
      'wait-before-exit w'
    ]);
    const by: BranchBy = { type: 'signal', cases: [{ id: 'y', name: 'Yes', signal: 'reply' }] };
    const nodes = [entry(), wait('w'), branch('b', by), exit('won'), exit('end')];
    expect(found(nodes, ['start > w', 'w > b', 'b:y > won', 'b:default > end'])).toEqual([]);
  });
});

describe('dispositions', () => {
  const booked: Disposition = {
    id: 'interested',
    name: 'Interested',
    answered: true,
    sentiment: 'positive',
    action: 'advance',
    goal: true
  };
  const dispositions = DISPOSITIONS.map((one) => (one.id === booked.id ? booked : one));
  const offers = call('first', { dispositions: ['no-answer', 'interested'] });
  const by = (of?: string): BranchBy => ({
    type: 'disposition',
    ...(of === undefined ? {} : { of }),
    cases: [{ id: 'yes', name: 'Yes', dispositions: ['interested'] }]
  });
  const after = (steps: readonly CadenceNode[], rest: Partial<Cadence> = {}) => {
    const all = [entry(), offers, ...steps, exit('won'), exit('end')];
    const path = [entry(), offers, ...steps, exit('end')];
    const lines = path.slice(1).map(({ id }, i) => {
      const from = path[i]!;
      return `${from.id}${from.kind === 'branch' ? ':default' : ''} > ${id}`;
    });
    const yes = steps.filter(({ kind }) => kind === 'branch').map(({ id }) => `${id}:yes > won`);
    return found(all, [...lines, ...yes], { dispositions, ...rest }).filter((one) =>
      one.startsWith('unhandled')
    );
  };

  it('CMP-34 nobody reads it', () => {
    expect(after([])).toEqual(['unhandled-disposition first']);
  });

  it.each(['finish', 'retry', 'pause', 'block'] as const)(
    'CMP-34 a disposition that is to %s speaks for itself',
    (action) => {
      const others = DISPOSITIONS.filter(({ id }) => id !== booked.id);
      expect(after([], { dispositions: [...others, { ...booked, action }] })).toEqual([]);
    }
  );

  it('CMP-34 a branch on the last touch reads it before the next action, not after', () => {
    expect(after([wait('w'), branch('b', by())])).toEqual([]);
    expect(after([email('mail'), branch('b', by())])).toEqual(['unhandled-disposition first']);
  });

  it('CMP-34 a branch on that step reads it anywhere', () => {
    expect(after([email('mail'), branch('b', by('first'))])).toEqual([]);
    expect(after([email('mail'), branch('b', by('mail'))])).toEqual([
      'unhandled-disposition first'
    ]);
  });

  it('CMP-34 a condition on the last disposition reads what it compares with', () => {
    const when = (fact: string, value: string): BranchBy => ({
      type: 'condition',
      cases: [{ id: 'yes', name: 'Yes', when: { $or: [{ [fact]: { $in: [value] } }] } }]
    });
    expect(after([branch('b', when('last.call.disposition', 'interested'))])).toEqual([]);
    expect(after([branch('b', when('last.disposition', 'interested'))])).toEqual([]);
    const left = ['unhandled-disposition first'];
    expect(after([branch('b', when('last.email.disposition', 'interested'))])).toEqual(left);
    expect(after([branch('b', when('last.disposition', 'no-answer'))])).toEqual(left);
  });

  it('CMP-34 a handler takes it up', () => {
    const on = { type: 'disposition', disposition: 'interested' } as const;
    const effect = { type: 'exit', to: 'won' } as const;
    expect(after([], { handlers: [{ id: 'h', name: 'Yes', on, effect }] })).toEqual([]);
  });
});

describe('texts', () => {
  it('CMP-32 texts in every variant will do', () => {
    const variant = (id: string, body: string) => ({
      id,
      name: id,
      weight: 50,
      template: { body }
    });
    const mail = (second: string): CadenceNode => ({
      id: 'mail',
      kind: 'action',
      name: 'Mail',
      channel: 'email',
      mode: 'automatic',
      variants: [variant('a', 'Hello'), variant('b', second)]
    });
    expect(chain([mail('Hi')])).toEqual([]);
    expect(chain([mail('')])).toEqual(['nothing-to-send mail']);
  });
});
