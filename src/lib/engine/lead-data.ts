import { addressField, type Slug } from '$lib/domain';
import type { Program, TaskSpec } from '$lib/program';
import { channelIndex } from './channels';
import { fieldOf } from './facts';
import type { RunState } from './state';
import { taskAt } from './tables';

/** Whether a field of the lead is filled in. */
export function isFilled(state: RunState, field: Slug): boolean {
  const value = fieldOf(state, field);
  return value !== null && value !== '';
}

/** Whether a channel may be used; another address or number than the bad one unblocks it. */
function isUsable(state: RunState, spec: TaskSpec): boolean {
  if (!state.blockedChannels) return true;
  const index = channelIndex(spec.channel);
  if (state.channelBlocked[index] !== 1) return true;
  const field = addressField(spec.channel);
  if (field === null || !isFilled(state, field)) return false;
  if (fieldOf(state, field) === state.blockedWith[index]) return false;
  state.channelBlocked[index] = 0;
  return true;
}

/** Whether a task has what its texts and its channel need. */
export function hasData(state: RunState, spec: TaskSpec): boolean {
  if (!isUsable(state, spec)) return false;
  if (!state.checksData) return true;
  for (const field of spec.needs) if (!isFilled(state, field)) return false;
  return true;
}

/** Fields of the lead that have to be filled in before the texts of a task can be used. */
export function missingFields(program: Program, state: RunState, pc: number): readonly Slug[] {
  const spec = taskAt(program, pc);
  const missing = state.checksData ? spec.needs.filter((field) => !isFilled(state, field)) : [];
  const address = addressField(spec.channel);
  if (isUsable(state, spec) || address === null || missing.includes(address)) return missing;
  return [...missing, address];
}
