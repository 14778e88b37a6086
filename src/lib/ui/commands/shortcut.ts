/** A key combination. `mod` is ⌘ on Apple's machines and Ctrl elsewhere. */
export interface Shortcut {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  escape: 'Esc',
  delete: 'Del',
  backspace: '⌫',
  space: 'Space',
  home: 'Home',
  end: 'End',
  pageup: 'Page up',
  pagedown: 'Page down'
};

const ARROWS = ['arrowup', 'arrowdown', 'arrowleft', 'arrowright'];
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Reads `mod+shift+z`, `?`, `delete`: modifiers first, the key last, any case. */
export function parseShortcut(text: string): Shortcut {
  const parts = text.toLowerCase().split('+');
  const key = parts.pop() || '+';
  return {
    key,
    mod: parts.includes('mod'),
    shift: parts.includes('shift'),
    alt: parts.includes('alt')
  };
}

/** Whether a key press is this shortcut. Signs such as `?` may need Shift to be typed. */
export function matchesShortcut(event: KeyboardEvent, text: string): boolean {
  const shortcut = parseShortcut(text);
  const isSign = shortcut.key.length === 1 && !/[a-z0-9]/.test(shortcut.key);
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  return (
    key === shortcut.key &&
    (event.metaKey || event.ctrlKey) === shortcut.mod &&
    event.altKey === shortcut.alt &&
    (isSign || event.shiftKey === shortcut.shift)
  );
}

/** As people read it: `⌘K` on Apple's machines, `Ctrl K` elsewhere. */
export function formatShortcut(text: string, apple = isApple()): string {
  const shortcut = parseShortcut(text);
  const name = NAMES[shortcut.key] ?? shortcut.key.toUpperCase();
  const modifiers = [
    shortcut.mod && (apple ? '⌘' : 'Ctrl'),
    shortcut.alt && (apple ? '⌥' : 'Alt'),
    shortcut.shift && (apple ? '⇧' : 'Shift')
  ].filter((part) => part !== false);
  return [...modifiers, name].join(apple ? '' : ' ');
}

/** Several keys for the same, as short as they can be read: all arrows and all digits as one. */
export function formatShortcuts(texts: readonly string[], apple = isApple()): readonly string[] {
  const series = [
    { members: ARROWS, name: '↑ ↓ ← →' },
    { members: DIGITS, name: '1 – 9' }
  ].find(({ members }) => {
    const keys = texts.map((text) => parseShortcut(text).key);
    return keys.length === members.length && members.every((key) => keys.includes(key));
  });
  const [first = ''] = texts;
  if (!series) return texts.map((text) => formatShortcut(text, apple));
  const { key } = parseShortcut(first);
  const modifiers = formatShortcut(first, apple).slice(0, -(NAMES[key] ?? key).length);
  return [`${modifiers}${modifiers && apple ? ' ' : ''}${series.name}`];
}

/** Whether a key press belongs to the field the person is typing in. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Whether a dialog or menu has the keys; what lies behind it must not act on them. */
export function isInOverlay(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
  );
}

function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
