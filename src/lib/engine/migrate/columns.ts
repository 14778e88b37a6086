import { CHANNELS } from '$lib/domain';
import type { Program } from '$lib/program';
import { NO_DISPOSITION, type RunState } from '../state';

/** Where the rows of one program are in another. */
export interface Rows {
  /** Instruction of the same node; -1: it is gone. */
  pc(old: number): number;
  disposition(old: number): number;
  signal(old: number): number;
}

export function rowsOf(from: Program, to: Program): Rows {
  return {
    pc: (old) => to.nodes.indexOf(from.nodes[old] ?? ''),
    disposition: (old) => {
      const id = from.dispositions[old]?.id;
      return id === undefined ? NO_DISPOSITION : to.dispositions.findIndex((one) => one.id === id);
    },
    signal: (old) => to.signals.indexOf(from.signals[old] ?? '')
  };
}

/** Takes over what a run has lived through: per channel as it is, per step and signal by their ids. */
export function copyColumns(from: RunState, to: RunState, rows: Rows): void {
  for (let old = 0; old < from.visits.length; old++) {
    const pc = rows.pc(old);
    if (pc < 0) continue;
    to.visits[pc] = from.visits[old] ?? 0;
    to.stepDone[pc] = from.stepDone[old] ?? 0;
    to.leftAt[pc] = from.leftAt[old] ?? 0;
    to.stepDisposition[pc] = rows.disposition(from.stepDisposition[old] ?? NO_DISPOSITION);
  }
  to.blockedChannels = from.blockedChannels;
  for (let channel = 0; channel < CHANNELS.length; channel++) {
    to.channelDisposition[channel] = rows.disposition(
      from.channelDisposition[channel] ?? NO_DISPOSITION
    );
    to.channelBlocked[channel] = from.channelBlocked[channel] ?? 0;
    to.blockedWith[channel] = from.blockedWith[channel] ?? null;
  }
  to.completed.set(from.completed);
  to.followUps.set(from.followUps);
  to.attempted.set(from.attempted);
  to.skipped.set(from.skipped);
  to.bounced.set(from.bounced);
  to.answered.set(from.answered);
  for (let old = 0; old < from.signalAt.length; old++) {
    const signal = rows.signal(old);
    if (signal < 0) continue;
    to.signalAt[signal] = from.signalAt[old] ?? -1;
    to.signalSequence[signal] = from.signalSequence[old] ?? 0;
  }
  to.stoppedClocks = from.stoppedClocks.flatMap((clock) => {
    const stagePc = rows.pc(clock.stagePc);
    return stagePc < 0 ? [] : [{ ...clock, stagePc }];
  });
  to.log.push(...from.log.map((touch) => ({ ...touch, pc: rows.pc(touch.pc) })));
}
