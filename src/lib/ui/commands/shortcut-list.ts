import type { Command } from './command';
import type { KeyGroup } from './key-bindings';

export interface ShortcutRow {
  readonly label: string;
  /** As `parseShortcut` reads them. */
  readonly keys: readonly string[];
}

export interface ShortcutGroup {
  readonly group: string;
  readonly rows: readonly ShortcutRow[];
}

/** All keys under their headings: commands that have one, and those that places listen to; once each. */
export function shortcutGroups(
  commands: readonly Command[],
  keys: readonly KeyGroup[]
): readonly ShortcutGroup[] {
  const groups = new Map<string, Map<string, string[]>>();
  const add = (group: string, label: string, shortcuts: readonly string[]) => {
    const rows = groups.get(group) ?? new Map<string, string[]>();
    groups.set(group, rows);
    const row = rows.get(label) ?? [];
    rows.set(label, [...row, ...shortcuts.filter((each) => !row.includes(each))]);
  };
  for (const { group, label, shortcut } of commands) {
    if (shortcut !== undefined) add(group, label, [shortcut]);
  }
  for (const { group, keys: own } of keys) {
    for (const { label, keys: shortcuts } of own) add(group, label, shortcuts);
  }
  return [...groups].map(([group, rows]) => ({
    group,
    rows: [...rows].map(([label, shortcuts]) => ({ label, keys: shortcuts }))
  }));
}
