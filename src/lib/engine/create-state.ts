import { CHANNELS } from '$lib/domain';
import type { Program } from '$lib/program';
import { hashText } from './hash';
import { CAUSE, NO_DISPOSITION, PHASE, STATUS, type RunState, type Token } from './state';
import { emptyLog } from './touch-log';

/** A free token row. */
export function createToken(): Token {
  return {
    alive: false,
    pc: -1,
    visit: 0,
    phase: PHASE.none,
    since: 0,
    opens: 0,
    due: 0,
    until: Infinity,
    expiry: Infinity,
    slaAt: Infinity,
    slaReached: 0,
    slaFrom: 0,
    attempt: 1,
    notBefore: 0,
    frame: -1,
    detached: false,
    loose: false,
    leaving: -1,
    assignee: null
  };
}

/** A state for runs of `program`, idle until a `start` input. */
export function createState(program: Program): RunState {
  const size = program.op.length;
  const signals = program.signals.length;
  const splitKeys = new Int32Array(size);
  for (let pc = 0; pc < size; pc++)
    splitKeys[pc] = hashText(`${program.cadence}/${program.nodes[pc]}`);
  const zeros = new Int32Array(2 * size + 6 * CHANNELS.length + signals);
  const minus = new Int32Array(size + CHANNELS.length);
  const bytes = new Uint8Array(size + CHANNELS.length);
  const counts = (column: number): Int32Array => {
    const from = 2 * size + column * CHANNELS.length;
    return zeros.subarray(from, from + CHANNELS.length);
  };
  return {
    status: STATUS.idle,
    startedAt: 0,
    endedAt: 0,
    cause: CAUSE.none,
    endPc: -1,
    endDisposition: NO_DISPOSITION,
    tokens: [createToken()],
    rows: 0,
    frames: [],
    offers: [],
    offersAt: Infinity,
    steps: 0,
    sequence: 0,
    stagePc: -1,
    stageSince: 0,
    stageSlaAt: Infinity,
    stageSlaReached: 0,
    stageSlaFrom: 0,
    stoppedClocks: [],
    stageTicked: 0,
    pausedAt: -1,
    pausedUntil: Infinity,
    limitAt: Infinity,
    visits: zeros.subarray(0, size),
    stepDisposition: minus.subarray(0, size),
    stepDone: bytes.subarray(0, size),
    leftAt: zeros.subarray(size, 2 * size),
    completed: counts(0),
    followUps: counts(1),
    attempted: counts(2),
    skipped: counts(3),
    bounced: counts(4),
    answered: counts(5),
    channelDisposition: minus.subarray(size),
    channelBlocked: bytes.subarray(size),
    blockedChannels: false,
    blockedWith: CHANNELS.map(() => null),
    touches: 0,
    lastTouchAt: 0,
    lastDisposition: NO_DISPOSITION,
    signalAt: new Float64Array(signals),
    signalSequence: zeros.subarray(2 * size + 6 * CHANNELS.length),
    log: emptyLog(),
    columns: { zeros, minus, bytes },
    history: null,
    otherSignals: null,
    keepsLog: program.needsLog,
    fields: {},
    leadKey: 0,
    enrollment: 1,
    checksData: true,
    lateness: null,
    splitKeys
  };
}

/** Begins a new run at `at`, for the lead whose part the host has set. */
export function resetRun(state: RunState, at: number): void {
  const { columns, tokens } = state;
  columns.zeros.fill(0);
  columns.minus.fill(-1);
  columns.bytes.fill(0);
  if (state.signalAt.length > 0) state.signalAt.fill(-1);
  state.blockedChannels = false;
  state.status = STATUS.running;
  state.startedAt = at;
  state.endedAt = 0;
  state.cause = CAUSE.none;
  state.endPc = -1;
  state.endDisposition = NO_DISPOSITION;
  for (let row = 0; row < state.rows; row++) (tokens[row] as Token).alive = false;
  state.rows = 0;
  if (state.frames.length > 0) for (const frame of state.frames) frame.alive = false;
  if (state.offers.length > 0) state.offers = [];
  state.offersAt = Infinity;
  state.steps = 0;
  state.sequence = 0;
  state.stagePc = -1;
  state.stageSince = 0;
  state.stageSlaAt = Infinity;
  state.stageSlaReached = 0;
  state.stageSlaFrom = 0;
  if (state.stoppedClocks.length > 0) state.stoppedClocks = [];
  state.stageTicked = 0;
  state.pausedAt = -1;
  state.pausedUntil = Infinity;
  state.limitAt = Infinity;
  state.touches = 0;
  state.lastTouchAt = 0;
  state.lastDisposition = NO_DISPOSITION;
  if (state.log.length > 0) state.log.length = 0;
}
