import { nextTimer } from '$lib/engine';
import type { Course, Driven, World } from './world';

/** A lead is followed no longer than this, and is unfinished then; twenty years. */
const HORIZON = 20 * 366 * 86_400_000;

/** A lead to whom more than this happens is unfinished: nothing sensible gets there. */
const MOST_INPUTS = 200_000;

/** Of what comes at one instant the lower comes first (SIM-21). */
const TURN = { signal: 0, completion: 1, timer: 2, ask: 3, free: 4 } as const;

/** Nothing is left to happen to a lead. */
export const OVER = -1;

/** Sets a lead on its course that comes in at `arrived`. */
export function depart(course: Course, arrived: number): void {
  course.now = arrived;
  course.last = arrived + HORIZON;
  course.inputs = 0;
}

/**
 * Goes on with a lead until all its runs have ended, nothing is left to happen, or it is followed no
 * further: OVER. A lead that asks for people whom it shares goes no further than `upTo`, and what comes
 * back is when it goes on; until it asks, it runs ahead by itself.
 */
export function proceed(world: World, upTo: number): number {
  const { course, runs } = world;
  const { last } = course;
  for (;;) {
    goStraight(world, course);
    const only = runs.length === 1 ? runs[0] : undefined;
    if (only && !only.running && only.planner.idle) return OVER;
    if (settle(world, course.now)) {
      if (++course.inputs > MOST_INPUTS) return giveUp(world, course.now);
      continue;
    }
    let at = world.nextSignal;
    let turn: number = TURN.signal;
    let next: Driven | null = null;
    let going = false;
    let open = 0;
    for (let i = 0; i < runs.length; i++) {
      const run = runs[i];
      if (!run?.running) continue;
      const { state, planner } = run;
      going = true;
      open += planner.open;
      const paused = state.pausedAt >= 0;
      const done = paused ? Infinity : Math.max(planner.next, course.now);
      if (done < at || (done === at && turn > TURN.completion)) {
        at = done;
        turn = TURN.completion;
        next = run;
      }
      const timer = nextTimer(state);
      if (timer < at || (timer === at && turn > TURN.timer)) {
        at = timer;
        turn = TURN.timer;
        next = run;
      }
      if (planner.asks < at) {
        at = planner.asks;
        turn = TURN.ask;
        next = run;
      }
      if (paused && planner.open > 0 && planner.nextFree < at) {
        at = planner.nextFree;
        turn = TURN.free;
        next = run;
      }
    }
    if (!going) return OVER;
    if (at > last) return open === 0 || upTo >= last ? giveUp(world, last) : last;
    if (at > upTo && (open > 0 || turn === TURN.ask)) return at;
    course.now = at;
    if (turn <= TURN.timer && ++course.inputs > MOST_INPUTS) return giveUp(world, course.now);
    if (turn === TURN.signal) world.deliver();
    else if (turn === TURN.timer) next?.apply(next.planner.deeds.timer(at));
    else if (turn === TURN.completion) next?.apply(next.planner.complete(next.state, at));
    else if (turn === TURN.ask) next?.planner.ask(at, world.index);
    else next?.planner.freePeople(at);
  }
}

/** As far as one run goes with nothing beside it. */
function goStraight(world: World, course: Course): void {
  const { runs } = world;
  const run = runs[0];
  while (run?.running && runs.length === 1 && world.nextSignal === Infinity) {
    const input = run.planner.straight(run.state, course.now, course.last);
    if (!input) break;
    course.now = input.at;
    run.apply(input);
  }
}

/** Nobody waits or works for a lead that is followed no further than `now`. */
export function giveUp({ runs }: World, now: number): number {
  for (const { planner } of runs) planner.abandon(now);
  return OVER;
}

/** Lets every planner look at its run; true when something was done, so that all must look again. */
function settle({ runs }: World, now: number): boolean {
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    if (!run) continue;
    const { state, planner } = run;
    for (let late = planner.look(run, now); late; late = planner.look(run, now)) run.apply(late);
    if (state.offers.length === 0 || !run.running || state.pausedAt >= 0) continue;
    const open = state.offers.find(({ openSince }) => openSince >= 0);
    if (!open) continue;
    run.apply(planner.deeds.take(open, state, now));
    return true;
  }
  return false;
}
