import { getContext, setContext } from 'svelte';
import type { EditorState, LitWay, VersionHistory } from '$lib/features/editor';
import type { SimulateState, SimulationResult } from '$lib/features/simulate';

/** The cadence that is open, for the pages that show it. */
export interface OpenCadence {
  readonly editor: EditorState;
  readonly history: VersionHistory;
  readonly simulation: SimulateState;
  /** Milliseconds; moves on every few seconds. */
  readonly now: number;
  /** The last run's, unless it was cleared from the canvas. */
  readonly shownResult: SimulationResult | null;
  clearResult(): void;
  /** The way of the lead that is followed, if it is to be seen on the canvas. */
  readonly shownWay: LitWay | null;
  showWay(): void;
  clearWay(): void;
}

const KEY = Symbol('open cadence');

export function provideOpenCadence(open: OpenCadence): void {
  setContext(KEY, open);
}

export function useOpenCadence(): OpenCadence {
  return getContext<OpenCadence>(KEY);
}
