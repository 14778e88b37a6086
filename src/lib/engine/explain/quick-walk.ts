import type { Program, ProgramRequirement } from '$lib/program';
import { advance, nextTimer } from '../advance';
import { allHold } from '../guards';
import type { Input } from '../input';
import { nextChange } from '../next-change';
import { PHASE, STATUS, type RunState } from '../state';
import { copyState } from './copy-state';
import { SILENT } from '../silent-sink';
import { choicesFor, signalsFor } from './walk-choices';

/** Inputs that one walk tries at most, over all its lines. */
const BUDGET = 200;

/** Requirements that must all hold at once. */
export type Goal = readonly ProgramRequirement[];

/** What comes soonest when everybody is quick. */
export interface Walk {
  /** Earliest instant at which all of a goal holds; null: not on any way that was looked at. */
  earliest(goal: Goal): number | null;
  /** Earliest instant at which the task of an instruction can be done. */
  opens(pc: number): number | null;
}

/** What a walk looks for: goals, and tasks by their instructions. */
export interface Wanted {
  readonly goals: readonly Goal[];
  readonly tasks: readonly number[];
}

interface Line {
  readonly state: RunState;
  at: number;
  /** Where the line leaves another one: what happens first on it. */
  readonly first: Input | null;
}

/**
 * Walks a run forward from `now`: each task is done when it opens, each wait takes its time or ends by
 * a signal at once. The likeliest line comes first, side lines as long as they can be sooner. Bounded
 * and deterministic; the run itself stays as it is (ENG-127).
 */
export function quickWalk(program: Program, state: RunState, now: number, wanted: Wanted): Walk {
  const walker = new Walker(program, wanted);
  walker.walk({ state: copyState(state), at: now, first: null });
  return {
    earliest: (goal) => walker.found.get(goal) ?? null,
    opens: (pc) => walker.opened.get(pc) ?? null
  };
}

class Walker {
  readonly found = new Map<Goal, number>();
  readonly opened = new Map<number, number>();
  readonly #program: Program;
  readonly #wanted: Wanted;
  readonly #lines: Line[] = [];
  #left = BUDGET;

  constructor(program: Program, wanted: Wanted) {
    this.#program = program;
    this.#wanted = wanted;
  }

  walk(start: Line): void {
    this.#lines.push(start);
    for (let line = this.#lines.shift(); line && this.#left > 0; line = this.#lines.shift())
      this.#follow(line);
  }

  #follow(line: Line): void {
    if (line.first) this.#apply(line, line.first);
    while (line.state.status === STATUS.running && this.#left > 0 && this.#worthwhile(line.at)) {
      this.#look(line);
      const [next, ...others] = this.#next(line);
      this.#lookAhead(line, next?.at ?? Infinity);
      if (!next) return;
      for (const first of others)
        this.#lines.push({ state: copyState(line.state), at: line.at, first });
      this.#apply(line, next);
    }
  }

  /** Whether anything can still be found, or found sooner. */
  #worthwhile(at: number): boolean {
    const { goals, tasks } = this.#wanted;
    return (
      goals.some((goal) => at < (this.found.get(goal) ?? Infinity)) ||
      tasks.some((pc) => at < (this.opened.get(pc) ?? Infinity))
    );
  }

  #apply(line: Line, input: Input): void {
    this.#left--;
    line.at = input.at;
    advance(this.#program, line.state, input, SILENT);
  }

  /** Notes what can be done, and what holds, where a line stands. */
  #look({ state, at }: Line): void {
    for (const token of state.tokens)
      if (token.alive && token.phase === PHASE.task)
        note(this.opened, token.pc, Math.max(at, token.opens));
    for (const goal of this.#wanted.goals)
      if (allHold(this.#program, state, goal, at)) note(this.found, goal, at);
  }

  /** Notes goals that time alone meets until the next thing happens. */
  #lookAhead({ state, at }: Line, before: number): void {
    for (const goal of this.#wanted.goals) {
      // What lets a token go on by itself holds at that very instant, before it is gone.
      const limit = Math.min(before, this.found.get(goal) ?? Infinity);
      let then = this.#changeOf(goal, state, at);
      while (then <= limit && then < Infinity && this.#left-- > 0) {
        if (allHold(this.#program, state, goal, then)) note(this.found, goal, then);
        then = this.#changeOf(goal, state, then);
      }
    }
  }

  #changeOf(goal: Goal, state: RunState, at: number): number {
    let next = Infinity;
    for (const { when } of goal) next = Math.min(next, nextChange(this.#program, state, when, at));
    return next;
  }

  /** What happens next: the earliest task or timer, and what could happen instead. */
  #next({ state, at }: Line): readonly Input[] {
    let next: readonly Input[] = [];
    let soonest = Infinity;
    const paused = state.pausedAt >= 0;
    state.tokens.forEach((token, row) => {
      const opens = Math.max(at, token.opens);
      if (paused || !token.alive || token.phase !== PHASE.task || opens >= soonest) return;
      const choices = choicesFor(this.#program, state, row, opens);
      if (choices.length === 0) return;
      next = choices;
      soonest = opens;
    });
    const timer = nextTimer(state);
    if (timer < soonest) next = [{ type: 'timer', at: timer }];
    if (paused) return next;
    const signals = state.tokens.flatMap((token) => signalsFor(this.#program, token, at));
    return [...next, ...signals];
  }
}

function note<K>(earliest: Map<K, number>, key: K, at: number): void {
  earliest.set(key, Math.min(at, earliest.get(key) ?? Infinity));
}
