import type { Draws } from '../chance/draw';
import type { Model } from '../model/model';
import type { Staffing } from '../people/staffing';
import type { Tally } from '../statistics/tally';
import type { Life } from './life';
import { LinkedWorld, linkingOf } from './linked-world';
import { SignalPlaces } from './signals';
import { SingleWorld } from './single-world';

/** Makes what leads of a model live in; `staffing` null: they share nothing. */
export function lifeMaker(
  model: Model,
  tally: Tally,
  draws: Draws,
  staffing: Staffing | null
): () => Life {
  const places = new SignalPlaces(model.program, model.signals);
  if (!mayRunTwice(model)) return () => new SingleWorld(model, tally, draws, staffing, places);
  const linking = linkingOf(model);
  return () => new LinkedWorld(model, linking, draws, staffing, places);
}

/** One of them. */
export function lifeOf(model: Model, tally: Tally, draws: Draws, staffing: Staffing | null): Life {
  return lifeMaker(model, tally, draws, staffing)();
}

/** Whether a lead may come to another cadence, or to the simulated one again. */
function mayRunTwice({ program, linked }: Model): boolean {
  const { cadence, entry, handoffs, handlers } = program;
  return (
    linked.length > 0 ||
    (entry.reEntry === 'always' && entry.signals.length > 0) ||
    handoffs.some(({ to }) => to.type === 'enroll' && to.cadence === cadence) ||
    handlers.some(({ effect }) => effect.type === 'start' && effect.cadence === cadence)
  );
}
