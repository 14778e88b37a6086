import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { keyGroup, type KeyBinding } from './key-bindings';
import { formatShortcuts } from './shortcut';
import { shortcutGroups } from './shortcut-list';

const run = () => undefined;
const COMMANDS: readonly Command[] = [
  { id: 'redo', label: 'Redo', group: 'Editor', shortcut: 'mod+shift+z', run },
  { id: 'redo-y', label: 'Redo', group: 'Editor', shortcut: 'mod+y', hidden: true, run },
  { id: 'theme', label: 'Use the dark theme', group: 'Look', run }
];
const KEYS: readonly KeyBinding<null>[] = [
  { keys: ['enter'], label: 'Open settings', run },
  { keys: ['backspace'], label: 'Delete', hidden: true, run }
];

describe('the shortcuts sheet', () => {
  it('UI-17 lists every key of commands and of places under its heading, each label once', () => {
    expect(shortcutGroups(COMMANDS, [keyGroup('Drawing', KEYS)])).toEqual([
      { group: 'Editor', rows: [{ label: 'Redo', keys: ['mod+shift+z', 'mod+y'] }] },
      { group: 'Drawing', rows: [{ label: 'Open settings', keys: ['enter'] }] }
    ]);
  });

  it('writes all arrows, and all digits, as one', () => {
    const arrows = ['arrowup', 'arrowdown', 'arrowleft', 'arrowright'];
    expect(formatShortcuts(arrows, false)).toEqual(['↑ ↓ ← →']);
    expect(
      formatShortcuts(
        arrows.map((key) => `alt+shift+${key}`),
        false
      )
    ).toEqual(['Alt Shift ↑ ↓ ← →']);
    expect(
      formatShortcuts(
        arrows.map((key) => `alt+${key}`),
        true
      )
    ).toEqual(['⌥ ↑ ↓ ← →']);
    expect(formatShortcuts(['1', '2', '3', '4', '5', '6', '7', '8', '9'], false)).toEqual([
      '1 – 9'
    ]);
    expect(formatShortcuts(['delete', 'backspace'], false)).toEqual(['Del', '⌫']);
  });
});
