import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { CommandRegistry } from './command-registry.svelte';

function tally(shortcut: string): { command: Command; runs: () => number } {
  let runs = 0;
  const command = {
    id: shortcut,
    label: shortcut,
    group: 'Test',
    shortcut,
    run: () => void runs++
  };
  return { command, runs: () => runs };
}

function press(target: EventTarget, init: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

describe('CommandRegistry', () => {
  it('UI-7 puts the newest screen first and forgets it when it goes', () => {
    const registry = new CommandRegistry();
    const [shell, screen] = [tally('a').command, tally('b').command];
    registry.register([shell]);
    const leave = registry.register([screen]);
    expect(registry.all).toEqual([screen, shell]);
    leave();
    expect(registry.all).toEqual([shell]);
  });

  it('UI-6 ignores shortcuts while somebody types, but for those that say otherwise', () => {
    const registry = new CommandRegistry();
    const [quiet, loud] = [tally('d'), tally('mod+k')];
    registry.register([quiet.command, { ...loud.command, whileTyping: true }]);
    const input = document.createElement('input');
    document.body.append(input);
    input.addEventListener('keydown', (event) => registry.handleKey(event));
    press(input, { key: 'd' });
    press(input, { key: 'k', ctrlKey: true });
    input.remove();
    expect([quiet.runs(), loud.runs()]).toEqual([0, 1]);
    expect(registry.handleKey(new KeyboardEvent('keydown', { key: 'd' }))).toBe(true);
    expect(quiet.runs()).toBe(1);
  });

  it('UI-6 leaves the keys to a dialog', () => {
    const registry = new CommandRegistry();
    const { command, runs } = tally('delete');
    registry.register([command]);
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    dialog.addEventListener('keydown', (event) => registry.handleKey(event));
    press(dialog, { key: 'Delete' });
    dialog.remove();
    expect(runs()).toBe(0);
  });
});
