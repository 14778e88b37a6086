import type { EdgeId } from '$lib/domain';

/** How long the tools of a connection stay after the pointer has left it; milliseconds. */
const LINGER = 220;

/** Which connection the pointer or the focus is on, and on which one something would be dropped. */
export class EdgeHand {
  #near: EdgeId | null = $state(null);
  #target: EdgeId | null = $state(null);
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** The connection under the pointer or with the focus. */
  get near(): EdgeId | null {
    return this.#near;
  }

  enter(id: EdgeId): void {
    clearTimeout(this.#leaving);
    this.#near = id;
  }

  leave(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => (this.#near = null), LINGER);
  }

  /** The connection that what is being dragged would be inserted on. */
  get target(): EdgeId | null {
    return this.#target;
  }

  set target(id: EdgeId | null) {
    this.#target = id;
  }
}
