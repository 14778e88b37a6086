import type { Cadence, Layout, NodeId, Position } from '$lib/domain';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Places nodes; runs off the main thread and can be cancelled. */
export interface LayoutService {
  /** New positions for every node; notes keep theirs. Rejects with an AbortError when cancelled. */
  tidy(
    cadence: Cadence,
    sizes: ReadonlyMap<NodeId, Size>,
    options: { direction: NonNullable<Layout['direction']>; signal?: AbortSignal }
  ): Promise<Readonly<Record<NodeId, Position>>>;
  dispose(): void;
}
