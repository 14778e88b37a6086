/** Which frame is being named, colored or removed. */
export class Framing {
  #open: string | null = $state(null);

  get open(): string | null {
    return this.#open;
  }

  /** Opens the settings of a frame. */
  name(id: string): void {
    this.#open = id;
  }

  close(): void {
    this.#open = null;
  }
}
