import { getContext, setContext, untrack } from 'svelte';
import type { Command } from './command';
import type { KeyGroup } from './key-bindings';
import { isInOverlay, isTyping, matchesShortcut } from './shortcut';

const KEY = Symbol('commands');

/** Commands that are made when somebody looks for them, best first. */
export type CommandSource = (typed: string) => readonly Command[];

/** The commands that the palette offers now: the shell's, and those of the screen that is open. */
export class CommandRegistry {
  #sets = $state.raw<readonly (readonly Command[])[]>([]);
  #all = $derived(this.#sets.flat());
  #keys = $state.raw<readonly KeyGroup[]>([]);
  #sources = $state.raw<readonly CommandSource[]>([]);
  #paletteOpen = $state(false);
  #helpOpen = $state(false);

  /** The newest screen's commands first. */
  get all(): readonly Command[] {
    return this.#all;
  }

  /** Keys that places of the screen listen to themselves, the newest screen's first. */
  get keys(): readonly KeyGroup[] {
    return this.#keys;
  }

  /** Commands for what was typed that no list holds. */
  offered(typed: string): readonly Command[] {
    return typed.trim() === '' ? [] : this.#sources.flatMap((source) => source(typed));
  }

  get paletteOpen(): boolean {
    return this.#paletteOpen;
  }

  set paletteOpen(open: boolean) {
    this.#paletteOpen = open;
  }

  get helpOpen(): boolean {
    return this.#helpOpen;
  }

  set helpOpen(open: boolean) {
    this.#helpOpen = open;
  }

  /** Adds commands until the returned function is called; return it from an `$effect`. */
  register(commands: readonly Command[]): () => void {
    untrack(() => (this.#sets = [commands, ...this.#sets]));
    return () => {
      untrack(() => (this.#sets = this.#sets.filter((set) => set !== commands)));
    };
  }

  /** Lists keys in the shortcuts sheet until the returned function is called. */
  listKeys(groups: readonly KeyGroup[]): () => void {
    untrack(() => (this.#keys = [...groups, ...this.#keys]));
    return () => {
      untrack(() => (this.#keys = this.#keys.filter((group) => !groups.includes(group))));
    };
  }

  /** Offers in the palette what is found by what is typed, until the returned function is called. */
  offer(source: CommandSource): () => void {
    untrack(() => (this.#sources = [source, ...this.#sources]));
    return () => {
      untrack(() => (this.#sources = this.#sources.filter((each) => each !== source)));
    };
  }

  /** Runs the command whose shortcut was pressed; says whether there was one. */
  handleKey(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || isInOverlay(event)) return false;
    const typing = isTyping(event);
    const command = this.#all.find(
      ({ shortcut, whileTyping }) =>
        shortcut !== undefined && matchesShortcut(event, shortcut) && (whileTyping || !typing)
    );
    if (!command) return false;
    event.preventDefault();
    command.run();
    return true;
  }
}

export function provideCommands(registry: CommandRegistry): void {
  setContext(KEY, registry);
}

/** The registry of the shell; a lone one where there is no shell, as in a test of one component. */
export function useCommands(): CommandRegistry {
  return getContext<CommandRegistry | undefined>(KEY) ?? new CommandRegistry();
}
