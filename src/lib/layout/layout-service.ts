import type { Cadence, EdgeId, Layout, NodeId, Position } from '$lib/domain';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What layout decides. */
export interface Tidied {
  readonly positions: Readonly<Record<NodeId, Position>>;
  /** Corners of edges, from port to port; those that are missing find their way when they are drawn. */
  readonly routes: Readonly<Record<EdgeId, readonly Position[]>>;
}

export interface TidyOptions {
  readonly direction: NonNullable<Layout['direction']>;
  /** Where steps are now: those side by side keep their order. */
  readonly positions?: Layout['positions'];
  readonly signal?: AbortSignal;
}

/** Places nodes; runs off the main thread and can be cancelled. */
export interface LayoutService {
  /** New positions for every node but notes, which keep theirs. Rejects with an AbortError when cancelled. */
  tidy(cadence: Cadence, sizes: ReadonlyMap<NodeId, Size>, options: TidyOptions): Promise<Tidied>;
  dispose(): void;
}
