import type { Preferences } from './context';

const PREFIX = 'cadenza.preference.';

/** Preferences in the browser's small store; where that is forbidden they last as long as the page. */
export function localPreferences(): Preferences {
  const unsaved = new Map<string, unknown>();
  return {
    read(name) {
      if (unsaved.has(name)) return unsaved.get(name);
      try {
        const text = localStorage.getItem(PREFIX + name);
        return text === null ? undefined : (JSON.parse(text) as unknown);
      } catch {
        return undefined;
      }
    },
    write(name, value) {
      try {
        localStorage.setItem(PREFIX + name, JSON.stringify(value));
        unsaved.delete(name);
      } catch {
        unsaved.set(name, value);
      }
    }
  };
}
