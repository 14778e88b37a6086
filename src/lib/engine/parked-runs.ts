import { CAUSE, NO_DISPOSITION, PHASE, STATUS, type RunState, type Token } from './state';

/** Rows of one block of memory. */
const BLOCK = 1024;
const INTS = 12;
const FLOATS = 15;

/**
 * Runs that are put aside, so that one state is enough for many of them: what is not the same for all of
 * them, in rows of columns. Only plain runs can be: under way, with one token, at a task, and nothing kept one by one.
 */
export class ParkedRuns {
  readonly #ints: Int32Array[] = [];
  readonly #floats: Float64Array[] = [];
  readonly #width: number;
  readonly #signals: number;

  /** `like` is a state of the same program. */
  constructor(like: RunState) {
    const { zeros, minus, bytes } = like.columns;
    this.#width = zeros.length + minus.length + bytes.length + INTS;
    this.#signals = like.signalAt.length;
  }

  static isPlain(state: RunState): boolean {
    const [token] = state.tokens;
    return (
      state.status === STATUS.running &&
      token?.alive === true &&
      isPlainToken(token) &&
      state.pausedAt < 0 &&
      state.offers.length === 0 &&
      state.log.length === 0 &&
      state.stoppedClocks.length === 0 &&
      state.history === null &&
      state.otherSignals === null &&
      !state.blockedChannels &&
      isAlone(state)
    );
  }

  /** Keeps a plain run in a row; the lead's part is the host's to keep. */
  park(state: RunState, row: number): void {
    this.#reach(row);
    const ints = this.#ints[Math.floor(row / BLOCK)] as Int32Array;
    const floats = this.#floats[Math.floor(row / BLOCK)] as Float64Array;
    const { zeros, minus, bytes } = state.columns;
    const token = state.tokens[0] as Token;
    let i = (row % BLOCK) * this.#width;
    ints.set(zeros, i);
    i += zeros.length;
    ints.set(minus, i);
    i += minus.length;
    ints.set(bytes, i);
    i += bytes.length;
    ints[i] = state.steps;
    ints[i + 1] = state.sequence;
    ints[i + 2] = state.stagePc;
    ints[i + 3] = state.stageSlaReached;
    ints[i + 4] = state.stageTicked;
    ints[i + 5] = state.touches;
    ints[i + 6] = state.lastDisposition;
    ints[i + 7] = token.pc;
    ints[i + 8] = token.visit;
    ints[i + 9] = token.phase;
    ints[i + 10] = token.slaReached;
    ints[i + 11] = token.attempt;
    const f = (row % BLOCK) * (FLOATS + this.#signals);
    floats[f] = state.startedAt;
    floats[f + 1] = state.offersAt;
    floats[f + 2] = state.stageSince;
    floats[f + 3] = state.stageSlaAt;
    floats[f + 4] = state.stageSlaFrom;
    floats[f + 5] = state.limitAt;
    floats[f + 6] = state.lastTouchAt;
    floats[f + 7] = token.since;
    floats[f + 8] = token.opens;
    floats[f + 9] = token.due;
    floats[f + 10] = token.until;
    floats[f + 11] = token.expiry;
    floats[f + 12] = token.slaAt;
    floats[f + 13] = token.slaFrom;
    floats[f + 14] = token.notBefore;
    floats.set(state.signalAt, f + FLOATS);
  }

  /** Makes a state that of the run in a row, but for the lead's part. */
  restore(state: RunState, row: number): void {
    const ints = this.#ints[Math.floor(row / BLOCK)] as Int32Array;
    const floats = this.#floats[Math.floor(row / BLOCK)] as Float64Array;
    const { zeros, minus, bytes } = state.columns;
    const token = state.tokens[0] as Token;
    let i = (row % BLOCK) * this.#width;
    for (let k = 0; k < zeros.length; k++) zeros[k] = ints[i++] as number;
    for (let k = 0; k < minus.length; k++) minus[k] = ints[i++] as number;
    for (let k = 0; k < bytes.length; k++) bytes[k] = ints[i++] as number;
    makePlain(state);
    state.steps = ints[i] as number;
    state.sequence = ints[i + 1] as number;
    state.stagePc = ints[i + 2] as number;
    state.stageSlaReached = ints[i + 3] as number;
    state.stageTicked = ints[i + 4] as number;
    state.touches = ints[i + 5] as number;
    state.lastDisposition = ints[i + 6] as number;
    token.pc = ints[i + 7] as number;
    token.visit = ints[i + 8] as number;
    token.phase = ints[i + 9] as Token['phase'];
    token.slaReached = ints[i + 10] as number;
    token.attempt = ints[i + 11] as number;
    const f = (row % BLOCK) * (FLOATS + this.#signals);
    state.startedAt = floats[f] as number;
    state.offersAt = floats[f + 1] as number;
    state.stageSince = floats[f + 2] as number;
    state.stageSlaAt = floats[f + 3] as number;
    state.stageSlaFrom = floats[f + 4] as number;
    state.limitAt = floats[f + 5] as number;
    state.lastTouchAt = floats[f + 6] as number;
    token.since = floats[f + 7] as number;
    token.opens = floats[f + 8] as number;
    token.due = floats[f + 9] as number;
    token.until = floats[f + 10] as number;
    token.expiry = floats[f + 11] as number;
    token.slaAt = floats[f + 12] as number;
    token.slaFrom = floats[f + 13] as number;
    token.notBefore = floats[f + 14] as number;
    for (let k = 0; k < this.#signals; k++) state.signalAt[k] = floats[f + FLOATS + k] as number;
  }

  #reach(row: number): void {
    while (this.#ints.length * BLOCK <= row) {
      this.#ints.push(new Int32Array(BLOCK * this.#width));
      this.#floats.push(new Float64Array(BLOCK * (FLOATS + this.#signals)));
    }
  }
}

function isPlainToken(token: Token): boolean {
  return (
    token.frame < 0 &&
    !token.detached &&
    !token.loose &&
    token.phase === PHASE.task &&
    token.assignee === null
  );
}

/** Whether no token but the first is under way. */
function isAlone({ tokens, rows }: RunState): boolean {
  for (let row = 1; row < rows; row++) if ((tokens[row] as Token).alive) return false;
  return true;
}

/** What all plain runs have in common. */
function makePlain(state: RunState): void {
  const { tokens } = state;
  for (let row = 1; row < state.rows; row++) (tokens[row] as Token).alive = false;
  state.rows = 1;
  const token = tokens[0] as Token;
  token.alive = true;
  token.frame = -1;
  token.detached = false;
  token.loose = false;
  token.leaving = -1;
  token.assignee = null;
  state.status = STATUS.running;
  state.endedAt = 0;
  state.cause = CAUSE.none;
  state.endPc = -1;
  state.endDisposition = NO_DISPOSITION;
  state.pausedAt = -1;
  state.pausedUntil = Infinity;
  state.blockedChannels = false;
  if (state.offers.length > 0) state.offers = [];
  if (state.stoppedClocks.length > 0) state.stoppedClocks = [];
  if (state.log.length > 0) state.log.length = 0;
  for (const frame of state.frames) frame.alive = false;
}
