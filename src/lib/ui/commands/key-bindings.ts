import { matchesShortcut } from './shortcut';

/** Keys as the shortcuts sheet lists them. */
export interface KeyHelp {
  /** As `parseShortcut` reads them; any of them does it. */
  readonly keys: readonly string[];
  readonly label: string;
}

/** Keys of one place, such as a drawing or a list, kept beside what they do there. */
export interface KeyBinding<On> extends KeyHelp {
  /** Works, but need not be listed. */
  readonly hidden?: boolean;
  /** False: not now, the key goes on to whoever else listens. */
  run(on: On, event: KeyboardEvent): boolean | void;
}

/** Keys of one place under its heading, for the shortcuts sheet. */
export interface KeyGroup {
  readonly group: string;
  readonly keys: readonly KeyHelp[];
}

/** Does what a key is bound to; nobody else hears of the key then. Says whether there was something. */
export function runBinding<On>(
  bindings: readonly KeyBinding<On>[],
  event: KeyboardEvent,
  on: On
): boolean {
  if (event.defaultPrevented) return false;
  const binding = bindings.find(({ keys }) => keys.some((key) => matchesShortcut(event, key)));
  if (!binding || binding.run(on, event) === false) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

export function keyGroup(group: string, bindings: readonly KeyBinding<never>[]): KeyGroup {
  return { group, keys: bindings.filter(({ hidden }) => !hidden) };
}
