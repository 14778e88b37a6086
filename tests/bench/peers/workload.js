/* What the peers in JavaScript have in common: the workloads' figures, calendar, chance, clock. Minutes. */

export const DAY = 1440;
const SHIFT = 480;
const OPENS = 540;

export const INTERESTED = [0.03, 0.08, 0.06, 0.05, 0.02, 0.05];
export const REFUSES = [0.02, 0.07, 0.06, 0.05, 0.03, 0.1];
export const IS_CALL = [false, true, true, true, false, true];
const GAP = [1, 2, 2, 3, 2, 0];

/** @param {number} at */
function workedUntil(at) {
  const day = Math.floor(at / DAY);
  const week = Math.floor(day / 7);
  const weekday = day - 7 * week;
  if (weekday >= 5) return (5 * week + 5) * SHIFT;
  const minute = at - day * DAY - OPENS;
  return (5 * week + weekday) * SHIFT + Math.min(SHIFT, Math.max(0, minute));
}

/** @param {number} worked */
function instantOf(worked) {
  const day = Math.floor(worked / SHIFT);
  const week = Math.floor(day / 5);
  return (7 * week + day - 5 * week) * DAY + OPENS + (worked - day * SHIFT);
}

/** The instant itself during working hours, else the next morning. @param {number} at */
export function opening(at) {
  const day = Math.floor(at / DAY);
  const minute = at - day * DAY;
  const isOpen = day % 7 < 5 && minute >= OPENS && minute < OPENS + SHIFT;
  return isOpen ? at : instantOf(workedUntil(at));
}

/** A small generator with a seed. @param {number} seed */
function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x100000000;
  };
}

/** @param {number} u @param {number} min @param {number} mode @param {number} max */
function triangular(u, min, mode, max) {
  const turn = (mode - min) / (max - min);
  return u < turn
    ? min + Math.sqrt(u * (max - min) * (mode - min))
    : max - Math.sqrt((1 - u) * (max - min) * (max - mode));
}

/** One run of a workload: its chance, and what was found. */
export class Run {
  /** @param {string} name @param {number} leads @param {number} seed */
  constructor(name, leads, seed) {
    this.name = name;
    this.leads = leads;
    this.people = Math.max(1, Math.round(leads / 400));
    this.random = chanceOf(seed);
    this.good = 0;
    /** @type {number[]} */
    this.times = [];
  }

  /** @param {number} index */
  arrival(index) {
    return instantOf(((index + this.random()) * 20 * SHIFT) / this.leads);
  }

  callLength() {
    return triangular(this.random(), 3, 6, 15);
  }

  /** When the next touch is due. @param {number} now @param {number} touch */
  nextTouch(now, touch) {
    return instantOf(workedUntil(now) + (GAP[touch] ?? 0) * SHIFT + this.random() * 120);
  }

  /** How a touch ends: 0 interested, 1 not, 2 nobody decided. @param {number} touch */
  outcome(touch) {
    const luck = this.random();
    if (luck < (INTERESTED[touch] ?? 0)) return 0;
    return luck < (INTERESTED[touch] ?? 0) + (REFUSES[touch] ?? 0) ? 1 : 2;
  }

  /** Working minutes from `min` to `max` after `now`. @param {number} now @param {number} min @param {number} mode @param {number} max */
  work(now, min, mode, max) {
    return instantOf(workedUntil(now) + triangular(this.random(), min, mode, max));
  }

  /** @param {number} min @param {number} max */
  days(min, max) {
    return DAY * (min + (max - min) * this.random());
  }

  untilNextOrder() {
    return -15 * DAY * Math.log(1 - this.random());
  }

  /** @param {boolean} good @param {number} minutes */
  end(good, minutes) {
    if (good) this.good++;
    this.times.push(minutes);
  }
}

/**
 * Times runs of a workload named on the command line and prints one line of JSON.
 * @param {(run: Run) => void} simulate
 */
export function measure(simulate) {
  const [name = '', leads = '', runs = ''] = process.argv.slice(2);
  /** @type {number[]} */
  const times = [];
  let good = 0;
  let mean = 0;
  for (let seed = 1; seed <= Number(runs); seed++) {
    const began = performance.now();
    const run = new Run(name, Number(leads), seed);
    simulate(run);
    const sorted = Float64Array.from(run.times).sort();
    mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
    good = run.good / run.leads;
    times.push(performance.now() - began);
  }
  console.log(JSON.stringify({ times, good, mean }));
}
