import { describe, expect, it } from 'vitest';
import type { Cadence, CadenceNode, Handler, SignalAssumption } from '$lib/domain';
import { branch, businessDays, cadenceOf, email, entry, exit, wait } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { modelOf } from './model';

const delay = { distribution: { type: 'constant', value: 1 }, unit: 'hours' } as const;
const reply: SignalAssumption = { signal: 'reply', chance: 0.5, delay };
const bounce: SignalAssumption = { ...reply, signal: 'bounce', after: 'mail' };

/** A mail and something after it, by two ways out of it or one. */
function mails(
  then: CadenceNode,
  ports: readonly string[] = ['next'],
  more: Partial<Cadence> = {}
) {
  return cadenceOf(
    [entry(), email('mail'), then, exit('won', 'won'), exit('lost')],
    [
      'start > mail',
      `mail > ${then.id}`,
      ...ports.map((port, way) => `${then.id}:${port} > ${way === 0 ? 'won' : 'lost'}`)
    ],
    more
  );
}

function faultsOf(cadence: Cadence, signals: readonly SignalAssumption[], beside: Cadence[] = []) {
  const linked = beside.map((other) => programOf(other));
  const model = modelOf(programOf(cadence), { ...scenarioFor(cadence), signals }, { linked });
  return model.ok ? [] : model.error.map(({ path, message }) => `${path}: ${message}`);
}

const deaf = mails(wait('gap'));
const answer: CadenceNode = {
  ...wait('answer'),
  until: { type: 'event', signals: ['reply'], timeout: businessDays(3) }
};
const bySignal = branch('which', {
  type: 'signal',
  cases: [{ id: 'a', name: 'A', signal: 'reply' }]
});
const byFact = branch('which', {
  type: 'condition',
  cases: [{ id: 'a', name: 'A', when: { 'seen.reply': true } }]
});
const handler: Handler = {
  id: 'h',
  name: 'H',
  on: { type: 'signal', signal: 'reply' },
  effect: { type: 'exit', to: 'won' }
};

describe('signals of a scenario', () => {
  it('SIM-112 that nothing in the cadence listens to are refused with their place', () => {
    expect(faultsOf(deaf, [{ ...reply, after: 'mail' }, bounce, reply])).toEqual([
      'signals[0].signal: nothing in the cadence, or in a linked one, listens to "reply"',
      'signals[2].signal: nothing in the cadence, or in a linked one, listens to "reply"'
    ]);
    const late = { ...bounce, after: 'gap' };
    expect(faultsOf(deaf, [late])).toEqual([expect.stringContaining('signals[0].signal')]);
  });

  it.each<[string, Cadence]>([
    ['a wait', mails(answer, ['met', 'timeout'])],
    ['a branch by signal', mails(bySignal, ['a', 'default'])],
    ['a condition', mails(byFact, ['a', 'default'])],
    ['a handler', mails(wait('gap'), ['next'], { handlers: [handler] })],
    [
      'the entry',
      { ...deaf, nodes: [entry('start', { signals: ['reply'] }), ...deaf.nodes.slice(1)] }
    ]
  ])('SIM-112 are heard by %s', (_, cadence) => {
    expect(faultsOf(cadence, [reply])).toEqual([]);
  });

  it('SIM-112 are heard by a linked cadence', () => {
    const other = { ...mails(answer, ['met', 'timeout']), id: '01jd00000000000000000000bb' };
    expect(faultsOf(deaf, [reply], [other])).toEqual([]);
  });

  it('SIM-112 can be left out, for hosts in which the cadence changes under them; places stay', () => {
    const lenient = (cadence: Cadence, signals: readonly SignalAssumption[]) =>
      modelOf(programOf(cadence), { ...scenarioFor(cadence), signals }, { unheard: 'leftOut' });
    const model = lenient(deaf, [reply, bounce]);
    expect(model.ok && model.value.signals.map(({ signal }) => signal)).toEqual(['bounce']);
    const all = lenient(mails(answer, ['met', 'timeout']), [reply, bounce]);
    expect(all.ok && all.value.signals).toHaveLength(2);
    const gone = lenient(deaf, [reply, { ...bounce, after: 'gone' }]);
    expect(!gone.ok && gone.error.map(({ path }) => path)).toEqual(['signals[1].after']);
  });
});
