import { addDelay } from '$lib/calendar';
import type { HandoffTarget } from '$lib/program';
import { channelIndex } from '../channels';
import type { Sink, SkipReason } from '../sink';
import { TOUCH, type Touch } from '../touch-log';
import { holdByHandler } from './holds';
import type { LeadRun } from './lead-run';

/** What the lead level wants to hear of one of its runs. */
export interface LeadEar {
  touched(run: LeadRun, touch: Touch): void;
  bounced(run: LeadRun, pc: number, visit: number): void;
  /** A disposition was recorded that ends everything of the lead. */
  askedOut(): void;
  handedOff(run: LeadRun, target: HandoffTarget): void;
}

/** Passes everything on to the host's sink, and what concerns the lead to the lead. */
export function runSink(run: LeadRun, host: Sink, lead: LeadEar): Sink {
  const { program } = run;
  const touch = (pc: number, visit: number, at: number, disposition: number): Touch => {
    const spec = program.dispositions[disposition];
    const channel = program.tasks[program.arg[pc] ?? 0]?.channel ?? 'task';
    return {
      at,
      channel: channelIndex(channel),
      outcome: spec?.missed ? TOUCH.missed : TOUCH.completed,
      followUp: run.touches.some(({ outcome }) => outcome === TOUCH.completed),
      answered: spec?.answered === true && !spec.missed,
      pc,
      visit
    };
  };
  return {
    entered: (pc, visit, at) => host.entered(pc, visit, at),
    opened: (pc, visit, opens, due) => host.opened(pc, visit, opens, due),
    completed(pc, visit, disposition, at) {
      host.completed(pc, visit, disposition, at);
      lead.touched(run, touch(pc, visit, at, disposition));
      if (program.dispositions[disposition]?.optOut) lead.askedOut();
    },
    refused: (pc, visit, at) => host.refused(pc, visit, at),
    skipped(pc: number, visit: number, at: number, why: SkipReason) {
      host.skipped(pc, visit, at, why);
      lead.touched(run, { ...touch(pc, visit, at, -1), outcome: TOUCH.skipped, followUp: false });
    },
    bounced(pc, visit, at) {
      host.bounced(pc, visit, at);
      lead.bounced(run, pc, visit);
    },
    again: (pc, visit, at) => host.again(pc, visit, at),
    waiting: (pc, visit, until) => host.waiting(pc, visit, until),
    held: (pc, visit, at) => host.held(pc, visit, at),
    offered: (pc, at) => host.offered(pc, at),
    left: (port, at) => host.left(port, at),
    pathEnded: (pc, at) => host.pathEnded(pc, at),
    cancelled: (pc, visit, at) => host.cancelled(pc, visit, at),
    handled(handler, at) {
      host.handled(handler, at);
      const effect = program.handlers[handler]?.effect;
      if (effect?.type === 'pause')
        holdByHandler(run, addDelay(program.calendar, at, effect.until));
    },
    slaReached: (pc, visit, threshold, at) => host.slaReached(pc, visit, threshold, at),
    handedOff(pc, target, at) {
      host.handedOff(pc, target, at);
      lead.handedOff(run, target);
    },
    paused: (at) => host.paused(at),
    resumed: (at) => host.resumed(at),
    exited: (pc, at) => host.exited(pc, at),
    ended: (at) => host.ended(at),
    stopped: (at) => host.stopped(at),
    ranAway: (pc, at) => host.ranAway(pc, at)
  };
}
