/* The reference workloads with simjs: `node simjs.js NAME LEADS RUNS`. */
import { createRequire } from 'node:module';
import { IS_CALL, measure, opening } from './workload.js';

// Its package knows no exports: it puts itself into the window.
const scope = /** @type {any} */ (globalThis);
scope.window = scope;
createRequire(import.meta.url)('simjs');
const { Sim, Buffer: Store } = scope.Sim;

/** @typedef {import('./workload.js').Run} Run @typedef {{ done(then: () => void): void }} Request */

/**
 * What the package says of its entities in words.
 * @typedef {object} EntityLike
 * @property {any} sim
 * @property {() => number} time
 * @property {(delay: number) => Request} setTimer
 * @property {(store: unknown, amount: number) => Request} getBuffer
 * @property {(store: unknown, amount: number) => Request} putBuffer
 */
/** @type {new () => EntityLike} */
const Entity = scope.Sim.Entity;

class Lead extends Entity {
  /** @type {Run} */
  run = /** @type {any} */ (null);
  arrived = 0;
  touch = 0;

  /** @param {Run} run */
  start(run) {
    this.run = run;
    this.arrived = this.time();
    if (run.name === 'order-loop') this.order();
    else this.begin();
  }

  /** @param {number} delay @param {() => void} then */
  after(delay, then) {
    this.setTimer(delay).done(then);
  }

  begin() {
    if (!IS_CALL[this.touch]) this.decide();
    else if (this.sim.people) this.getBuffer(this.sim.people, 1).done(this.take);
    else this.after(this.run.callLength(), this.decide);
  }

  take() {
    this.after(opening(this.time()) - this.time() + this.run.callLength(), this.giveBack);
  }

  giveBack() {
    this.putBuffer(this.sim.people, 1);
    this.decide();
  }

  decide() {
    const outcome = this.run.outcome(this.touch);
    if (outcome < 2 || this.touch === 5) return this.end(outcome === 0);
    const due = this.run.nextTouch(this.time(), this.touch++);
    this.after(due - this.time(), this.begin);
  }

  order() {
    this.after(this.run.work(this.time(), 240, 480, 960) - this.time(), this.ship);
  }
  ship() {
    this.after(this.run.days(2, 5), this.arrive);
  }
  arrive() {
    if (this.run.random() < 0.3) this.after(this.run.days(1, 10), this.shipBack);
    else if (this.run.random() < 0.5) this.after(this.run.untilNextOrder(), this.order);
    else this.end(true);
  }
  shipBack() {
    this.after(this.run.days(2, 5), this.inspect);
  }
  inspect() {
    this.after(this.run.work(this.time(), 10, 20, 60) - this.time(), this.settle);
  }
  settle() {
    if (this.run.random() < 0.4) this.end(false);
    else this.order();
  }

  /** @param {boolean} good */
  end(good) {
    this.run.end(good, this.time() - this.arrived);
  }
}

class Arrivals extends Entity {
  /** @type {Run} */
  run = /** @type {any} */ (null);
  next = 0;

  /** @param {Run} run */
  start(run) {
    this.run = run;
    this.wait();
  }
  wait() {
    const at = this.run.arrival(this.next++);
    this.setTimer(Math.max(0, at - this.time())).done(this.arrive);
  }
  arrive() {
    this.sim.addEntity(Lead, 'lead', this.run);
    if (this.next < this.run.leads) this.wait();
  }
}

measure((run) => {
  const sim = new Sim();
  sim.people = run.name === 'six-step-b' ? new Store('people', run.people, run.people) : null;
  sim.addEntity(Arrivals, 'arrivals', run);
  sim.simulate(1e12, 1e12);
});
