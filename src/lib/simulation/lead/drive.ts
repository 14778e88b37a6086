import { nextTimer } from '$lib/engine';
import type { Driven, World } from './world';

/** A lead is followed no longer than this, and is unfinished then; twenty years. */
const HORIZON = 20 * 366 * 86_400_000;

/** A lead to whom more than this happens is unfinished: nothing sensible gets there. */
const MOST_INPUTS = 200_000;

/** Of what comes at one instant the lower comes first (SIM-21). */
const TURN = { signal: 0, completion: 1, timer: 2 } as const;

/**
 * Drives a lead that has come in at `arrived` until all its runs have ended, nothing is left to
 * happen, or it is followed no further.
 */
export function drive(world: World, arrived: number): void {
  const last = arrived + HORIZON;
  let now = goStraight(world, arrived, last);
  if (isOver(world)) return;
  for (let inputs = 0; inputs < MOST_INPUTS; inputs++) {
    if (settle(world, now)) continue;
    let at = world.nextSignal;
    let turn: number = TURN.signal;
    let next: Driven | null = null;
    let going = false;
    for (const run of world.runs) {
      const { state, planner } = run;
      if (!run.running) continue;
      going = true;
      const done = state.pausedAt >= 0 ? Infinity : Math.max(planner.next, now);
      if (done < at || (done === at && turn > TURN.completion)) {
        at = done;
        turn = TURN.completion;
        next = run;
      }
      const timer = nextTimer(state);
      if (timer < at) {
        at = timer;
        turn = TURN.timer;
        next = run;
      }
    }
    if (!going || at > last) return;
    now = at;
    if (turn === TURN.signal) world.deliver();
    else if (turn === TURN.timer) next?.apply({ type: 'timer', at });
    else next?.apply(next.planner.complete(next.state, at));
  }
}

/** As far as one run goes with nothing beside it; returns the instant up to which it went. */
function goStraight(world: World, arrived: number, last: number): number {
  const run = world.runs[0];
  let now = arrived;
  while (run?.running && world.runs.length === 1 && world.nextSignal === Infinity) {
    const input = run.planner.straight(run.state, now, last);
    if (!input) break;
    now = input.at;
    run.apply(input);
  }
  return now;
}

function isOver({ runs }: World): boolean {
  return runs.length === 1 && !runs[0]?.running;
}

/** Lets every planner look at its run; true when something was done, so that all must look again. */
function settle({ runs }: World, now: number): boolean {
  for (const run of runs) {
    const { state, planner } = run;
    for (let late = planner.look(run, now); late; late = planner.look(run, now)) run.apply(late);
    if (state.offers.length === 0 || !run.running || state.pausedAt >= 0) continue;
    const open = state.offers.find(({ openSince }) => openSince >= 0);
    if (!open) continue;
    run.apply(planner.take(open, state, now));
    return true;
  }
  return false;
}
