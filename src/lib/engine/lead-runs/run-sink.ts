import { addDelay } from '$lib/calendar';
import type { HandoffTarget, Program } from '$lib/program';
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
export class RunSink implements Sink {
  /** Changed when the run is used for another lead. */
  host: Sink;
  readonly #run: LeadRun;
  readonly #program: Program;
  readonly #lead: LeadEar;

  constructor(run: LeadRun, host: Sink, lead: LeadEar) {
    this.#run = run;
    this.#program = run.program;
    this.host = host;
    this.#lead = lead;
  }

  entered(pc: number, visit: number, at: number): void {
    this.host.entered(pc, visit, at);
  }

  opened(pc: number, visit: number, opens: number, due: number): void {
    this.host.opened(pc, visit, opens, due);
  }

  completed(pc: number, visit: number, disposition: number, at: number): void {
    this.host.completed(pc, visit, disposition, at);
    const spec = this.#program.dispositions[disposition];
    this.#lead.touched(this.#run, {
      at,
      channel: this.#channel(pc),
      outcome: spec?.missed ? TOUCH.missed : TOUCH.completed,
      followUp: hasCompleted(this.#run),
      answered: spec?.answered === true && !spec.missed,
      pc,
      visit
    });
    if (spec?.optOut) this.#lead.askedOut();
  }

  refused(pc: number, visit: number, at: number): void {
    this.host.refused(pc, visit, at);
  }

  skipped(pc: number, visit: number, at: number, why: SkipReason): void {
    this.host.skipped(pc, visit, at, why);
    this.#lead.touched(this.#run, {
      at,
      channel: this.#channel(pc),
      outcome: TOUCH.skipped,
      followUp: false,
      answered: false,
      pc,
      visit
    });
  }

  bounced(pc: number, visit: number, at: number): void {
    this.host.bounced(pc, visit, at);
    this.#lead.bounced(this.#run, pc, visit);
  }

  again(pc: number, visit: number, at: number): void {
    this.host.again(pc, visit, at);
  }

  waiting(pc: number, visit: number, until: number): void {
    this.host.waiting(pc, visit, until);
  }

  held(pc: number, visit: number, at: number): void {
    this.host.held(pc, visit, at);
  }

  offered(pc: number, at: number): void {
    this.host.offered(pc, at);
  }

  left(port: number, at: number): void {
    this.host.left(port, at);
  }

  pathEnded(pc: number, at: number): void {
    this.host.pathEnded(pc, at);
  }

  cancelled(pc: number, visit: number, at: number): void {
    this.host.cancelled(pc, visit, at);
  }

  handled(handler: number, at: number): void {
    this.host.handled(handler, at);
    const effect = this.#program.handlers[handler]?.effect;
    if (effect?.type === 'pause')
      holdByHandler(this.#run, addDelay(this.#program.calendar, at, effect.until));
  }

  slaReached(pc: number, visit: number, threshold: number, at: number): void {
    this.host.slaReached(pc, visit, threshold, at);
  }

  handedOff(pc: number, target: HandoffTarget, at: number): void {
    this.host.handedOff(pc, target, at);
    this.#lead.handedOff(this.#run, target);
  }

  paused(at: number): void {
    this.host.paused(at);
  }

  resumed(at: number): void {
    this.host.resumed(at);
  }

  exited(pc: number, at: number): void {
    this.host.exited(pc, at);
  }

  ended(at: number): void {
    this.host.ended(at);
  }

  stopped(at: number): void {
    this.host.stopped(at);
  }

  ranAway(pc: number, at: number): void {
    this.host.ranAway(pc, at);
  }

  #channel(pc: number): number {
    return channelIndex(this.#program.tasks[this.#program.arg[pc] ?? 0]?.channel ?? 'task');
  }
}

function hasCompleted({ touches }: LeadRun): boolean {
  for (const { outcome } of touches) if (outcome === TOUCH.completed) return true;
  return false;
}
