import type { ActionNode, Channel } from '$lib/domain';
import { blocksOf, type Block } from '../1-resolve/blocks';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { DAY } from './time';
import { TOO_MANY, quickestWalks, withTouch, type Walk } from './walks';

/** A touch on a path of a fork, and the least time from the fork to it. */
interface PathTouch {
  readonly path: number;
  readonly step: ActionNode;
  readonly time: number;
}

/** The touches of a channel that paths side by side bring, up to three on each path. */
export class ParallelTouches {
  readonly #resolved: ResolvedCadence;
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #found = new Map<string, readonly PathTouch[]>();

  constructor(resolved: ResolvedCadence) {
    this.#resolved = resolved;
    this.#blocks = new Map(blocksOf(resolved).map((block) => [block.fork.id, block]));
  }

  /** Walks to a third touch on another path than the one before it, within a day of the walk's begin. */
  after(walk: Walk, channel: Channel): Walk[] {
    const near = this.#at(walk.at.id, channel).filter(({ time }) => walk.time + time < DAY);
    const missing = TOO_MANY - walk.touches.length;
    return near.length < missing || onePath(near) ? [] : [thirdOf(walk, near.slice(0, missing))];
  }

  /** The same for touches that are all on paths, within a day of one another. */
  within(fork: Walk, channel: Channel): Walk[] {
    const touches = this.#at(fork.at.id, channel);
    return touches.flatMap((first, index) => {
      const three = touches.slice(index, index + TOO_MANY);
      const last = three[TOO_MANY - 1];
      return !last || last.time - first.time >= DAY || onePath(three) ? [] : [thirdOf(fork, three)];
    });
  }

  /** All of a fork's, the earliest first. */
  #at(fork: string, channel: Channel): readonly PathTouch[] {
    const key = `${channel} ${fork}`;
    const known = this.#found.get(key);
    if (known) return known;
    const block = this.#blocks.get(fork);
    const found = block ? this.#find(block, channel) : [];
    this.#found.set(key, found);
    return found;
  }

  #find({ fork, join }: Block, channel: Channel): PathTouch[] {
    const { graph } = this.#resolved;
    return (graph.next.get(fork.id) ?? [])
      .flatMap((id, path) => {
        const at = graph.nodes.get(id);
        if (!at || id === join.id) return [];
        const from = { at, touches: withTouch([], at, channel), time: 0 };
        const options = { channel, within: Infinity, until: join.id };
        return earliest(quickestWalks(from, options, this.#resolved), path);
      })
      .sort((a, b) => a.time - b.time);
  }
}

/** The first touch of a path, the second and the third. */
function earliest(walks: readonly Walk[], path: number): PathTouch[] {
  const found: PathTouch[] = [];
  for (const { touches, time } of walks) {
    const step = touches.at(-1);
    if (step && touches.length === found.length + 1) found.push({ path, step, time });
  }
  return found;
}

function onePath(touches: readonly PathTouch[]): boolean {
  return new Set(touches.map(({ path }) => path)).size < 2;
}

function thirdOf(walk: Walk, more: readonly PathTouch[]): Walk {
  const touches = [...walk.touches, ...more.map(({ step }) => step)];
  return { at: touches.at(-1) ?? walk.at, touches, time: walk.time };
}
