import type { Sink } from './sink';

function nothing(): void {
  // Nobody listens.
}

/** For runs that nobody listens to. */
export const SILENT: Sink = {
  entered: nothing,
  opened: nothing,
  completed: nothing,
  refused: nothing,
  skipped: nothing,
  bounced: nothing,
  again: nothing,
  waiting: nothing,
  held: nothing,
  offered: nothing,
  left: nothing,
  pathEnded: nothing,
  cancelled: nothing,
  handled: nothing,
  slaReached: nothing,
  handedOff: nothing,
  paused: nothing,
  resumed: nothing,
  exited: nothing,
  ended: nothing,
  stopped: nothing,
  ranAway: nothing
};
