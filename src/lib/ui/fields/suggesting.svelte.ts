import type { Suggestion } from './suggestion';

/** The keyboard's side of a list of completions under a field. */
export class Suggesting {
  #open = $state(false);
  #active = $state(-1);
  readonly #list: () => readonly Suggestion[];
  readonly #pick: (suggestion: Suggestion) => void;

  constructor(list: () => readonly Suggestion[], pick: (suggestion: Suggestion) => void) {
    this.#list = list;
    this.#pick = pick;
  }

  get isOpen(): boolean {
    return this.#open && this.#list().length > 0;
  }

  /** Which of the list Enter takes; -1: none. */
  get active(): number {
    return this.isOpen ? Math.min(this.#active, this.#list().length - 1) : -1;
  }

  /** `first`: Enter takes the first unless another is chosen. */
  open(first: boolean): void {
    this.#open = true;
    this.#active = first ? 0 : -1;
  }

  close(): void {
    this.#open = false;
  }

  pick(suggestion: Suggestion): void {
    this.#open = false;
    this.#pick(suggestion);
  }

  /** Whether the list has taken the key. */
  takes(event: KeyboardEvent): boolean {
    if (!this.isOpen) return false;
    const list = this.#list();
    switch (event.key) {
      case 'ArrowDown':
        this.#active = (this.active + 1) % list.length;
        break;
      case 'ArrowUp':
        this.#active = (this.active <= 0 ? list.length : this.active) - 1;
        break;
      case 'Escape':
        this.#open = false;
        break;
      case 'Enter':
      case 'Tab': {
        const chosen = list[this.active];
        if (!chosen || event.shiftKey) return false;
        this.pick(chosen);
        if (event.key === 'Tab') return false;
        break;
      }
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
