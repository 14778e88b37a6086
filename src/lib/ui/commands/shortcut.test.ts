import { describe, expect, it } from 'vitest';
import { formatShortcut, matchesShortcut, parseShortcut } from './shortcut';

function press(key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return {
    key,
    metaKey: false,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    ...held
  } as KeyboardEvent;
}

describe('shortcuts', () => {
  it('are read in any case, the key last', () => {
    expect(parseShortcut('Mod+Shift+Z')).toEqual({ key: 'z', mod: true, shift: true, alt: false });
    expect(parseShortcut('mod++').key).toBe('+');
  });

  it('match the modifiers exactly', () => {
    expect(matchesShortcut(press('z', { ctrlKey: true }), 'mod+z')).toBe(true);
    expect(matchesShortcut(press('z', { metaKey: true }), 'mod+z')).toBe(true);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+z')).toBe(false);
    expect(matchesShortcut(press('z'), 'mod+z')).toBe(false);
    expect(matchesShortcut(press('Delete'), 'delete')).toBe(true);
    expect(matchesShortcut(press(' '), 'space')).toBe(true);
  });

  it('take signs with or without Shift, as the keyboard layout has them', () => {
    expect(matchesShortcut(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(matchesShortcut(press('?'), '?')).toBe(true);
  });

  it('are written as the platform writes them', () => {
    expect(formatShortcut('mod+shift+z', true)).toBe('⌘⇧Z');
    expect(formatShortcut('mod+shift+z', false)).toBe('Ctrl Shift Z');
    expect(formatShortcut('arrowup', false)).toBe('↑');
  });
});
