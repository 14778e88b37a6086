import { afterEach, describe, expect, it } from 'vitest';
import { Theme } from './theme.svelte';

afterEach(() => localStorage.clear());

describe('Theme', () => {
  it('UI-14 keeps what was chosen', () => {
    new Theme().choose('dark');
    const later = new Theme();
    expect([later.choice, later.shown]).toEqual(['dark', 'dark']);
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('UI-14 follows the system when nothing is chosen', () => {
    const theme = new Theme();
    theme.choose('light');
    theme.choose('system');
    const stop = theme.follow();
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    expect(theme.shown).toBe(dark ? 'dark' : 'light');
    expect(document.documentElement.dataset['theme']).toBe(theme.shown);
    stop();
  });
});
