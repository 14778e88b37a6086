import type { Program } from '$lib/program';
import { guardChange, mayEnter } from './guards';
import type { Sink } from './sink';
import type { Offer, RunState } from './state';

/** Keeps an exit that was asked for and is not allowed yet. `fromPc` and `disposition` -1: by a signal. */
export function offer(
  state: RunState,
  exitPc: number,
  fromPc: number,
  disposition: number,
  at: number,
  sink: Sink
): void {
  if (state.offers.some((each) => each.exitPc === exitPc)) return;
  state.offers = [
    ...state.offers,
    { exitPc, fromPc, disposition, since: at, openSince: -1 } satisfies Offer
  ];
  sink.offered(exitPc, at);
}

/** The lead has said something else: what it said before is no longer on offer. */
export function withdrawOffers(state: RunState, disposition: number): void {
  if (state.offers.length === 0) return;
  state.offers = state.offers.filter((each) => each.disposition === disposition);
}

/** Looks which offers may be taken now, and when time may open one. */
export function lookAtOffers(program: Program, state: RunState, at: number): void {
  if (state.offers.length === 0) {
    state.offersAt = Infinity;
    return;
  }
  let next = Infinity;
  state.offers = state.offers.map((each) => {
    next = Math.min(next, guardChange(program, state, each.exitPc, at));
    const open = mayEnter(program, state, each.exitPc, at);
    if (open === each.openSince >= 0) return each;
    return { ...each, openSince: open ? at : -1 };
  });
  state.offersAt = next;
}
