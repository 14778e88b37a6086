/* The reference workloads as XState machines, an actor a lead: `node xstate.js NAME LEADS RUNS`. */
import { assign, createActor, setup } from 'xstate';
import { Clock } from './clock.js';
import { IS_CALL, measure, opening } from './workload.js';

/** @typedef {import('./workload.js').Run} Run */

/** People that leads wait for, first come, first served. */
class People {
  /** @param {number} count */
  constructor(count) {
    this.free = count;
    /** @type {import('xstate').AnyActorRef[]} */
    this.queue = [];
    this.head = 0;
  }
  /** @param {import('xstate').AnyActorRef} lead */
  ask(lead) {
    if (this.free === 0) return void this.queue.push(lead);
    this.free--;
    lead.send({ type: 'granted' });
  }
  release() {
    const next = this.queue[this.head];
    if (!next) return void this.free++;
    this.head++;
    next.send({ type: 'granted' });
  }
}

/** Whether the touch just made ended so. @param {number} outcome */
function is(outcome) {
  return (/** @type {any} */ { context }) => context.outcome === outcome;
}

/** @param {Run} run @param {Clock} clock @param {People | null} people */
function sixSteps(run, clock, people) {
  /** @type {Record<string, any>} */
  const states = {};
  /** @type {Record<string, () => number>} */
  const delays = {
    call: () => run.callLength(),
    work: () => opening(clock.now()) - clock.now() + run.callLength()
  };
  IS_CALL.forEach((isCall, touch) => {
    const decide = `decide${touch}`;
    delays[`gap${touch}`] = () => run.nextTouch(clock.now(), touch) - clock.now();
    if (!isCall) states[`touch${touch}`] = { always: decide };
    else if (!people) states[`touch${touch}`] = { after: { call: decide } };
    else {
      states[`touch${touch}`] = { entry: 'ask', on: { granted: `call${touch}` } };
      states[`call${touch}`] = { after: { work: decide }, exit: 'release' };
    }
    states[decide] = {
      entry: assign({ outcome: () => run.outcome(touch) }),
      always: [
        { guard: is(0), target: 'good' },
        { guard: touch < 5 ? is(1) : () => true, target: 'bad' },
        ...(touch < 5 ? [{ target: `wait${touch}` }] : [])
      ]
    };
    if (touch < 5) states[`wait${touch}`] = { after: { [`gap${touch}`]: `touch${touch + 1}` } };
  });
  return machine(run, clock, 'touch0', states, delays, {
    ask: ({ self }) => people?.ask(self),
    release: () => people?.release()
  });
}

/** @param {Run} run @param {Clock} clock */
function orderLoop(run, clock) {
  const chance = (/** @type {number} */ share) => () => run.random() < share;
  const states = {
    order: { after: { pick: 'ship' } },
    ship: { after: { ship: 'arrived' } },
    arrived: {
      always: [
        { guard: chance(0.3), target: 'decide' },
        { guard: chance(0.5), target: 'again' },
        { target: 'good' }
      ]
    },
    decide: { after: { decide: 'shipBack' } },
    shipBack: { after: { ship: 'inspect' } },
    inspect: { after: { inspect: 'settle' } },
    settle: { always: [{ guard: chance(0.4), target: 'bad' }, { target: 'order' }] },
    again: { after: { again: 'order' } }
  };
  const delays = {
    pick: () => run.work(clock.now(), 240, 480, 960) - clock.now(),
    ship: () => run.days(2, 5),
    decide: () => run.days(1, 10),
    inspect: () => run.work(clock.now(), 10, 20, 60) - clock.now(),
    again: () => run.untilNextOrder()
  };
  return machine(run, clock, 'order', states, delays, {});
}

/**
 * @param {Run} run @param {Clock} clock @param {string} initial @param {Record<string, any>} states
 * @param {Record<string, () => number>} delays
 * @param {Record<string, (args: { self: import('xstate').AnyActorRef }) => void>} actions
 */
function machine(run, clock, initial, states, delays, actions) {
  const end = (/** @type {boolean} */ good) => ({
    type: /** @type {const} */ ('final'),
    entry: (/** @type {any} */ { context }) => run.end(good, clock.now() - context.arrived)
  });
  return setup({ delays, actions }).createMachine({
    context: (/** @type {any} */ { input }) => ({ arrived: input, outcome: 2 }),
    initial,
    states: { ...states, good: end(true), bad: end(false) }
  });
}

measure((run) => {
  const clock = new Clock();
  const people = run.name === 'six-step-b' ? new People(run.people) : null;
  const lead = run.name === 'order-loop' ? orderLoop(run, clock) : sixSteps(run, clock, people);
  let next = 0;
  const wait = () => clock.setTimeout(arrive, run.arrival(next++) - clock.now());
  const arrive = () => {
    createActor(lead, { clock, input: clock.now() }).start();
    if (next < run.leads) wait();
  };
  wait();
  clock.run();
});
