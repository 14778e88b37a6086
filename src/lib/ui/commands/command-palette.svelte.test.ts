import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CommandPalette from './CommandPalette.svelte';

function open(ran: string[]) {
  const command = (id: string, label: string) => ({
    id,
    label,
    group: 'General',
    run: () => void ran.push(id)
  });
  const commands = [command('go', 'Go to cadences'), command('dark', 'Use the dark theme')];
  return render(CommandPalette, { props: { open: true, commands } });
}

describe('CommandPalette', () => {
  it('UI-5 runs the best match on Enter and closes', async () => {
    const ran: string[] = [];
    await open(ran);
    const input = page.getByRole('combobox');
    await expect.element(input).toHaveFocus();
    await input.fill('dark');
    await userEvent.keyboard('{Enter}');
    expect(ran).toEqual(['dark']);
    await expect.element(input).not.toBeInTheDocument();
  });

  it('UI-5 moves by arrow keys, round the ends', async () => {
    const ran: string[] = [];
    await open(ran);
    const first = page.getByRole('option', { name: 'Go to cadences' });
    await expect.element(first).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(ran).toEqual(['dark']);
  });

  it('UI-18 offers what is found by what was typed, below the commands', async () => {
    const ran: string[] = [];
    const find = (typed: string) =>
      typed === ''
        ? []
        : [
            { id: 'step', label: `Go to ${typed}`, group: 'Steps', run: () => void ran.push(typed) }
          ];
    await render(CommandPalette, { props: { open: true, commands: [], find } });
    const input = page.getByRole('combobox');
    await expect.element(page.getByRole('option')).not.toBeInTheDocument();
    await input.fill('gap');
    await userEvent.keyboard('{Enter}');
    expect(ran).toEqual(['gap']);
  });

  it('UI-5 says when nothing fits', async () => {
    await open([]);
    await page.getByRole('combobox').fill('xyzzy');
    await expect.element(page.getByText('Nothing is called “xyzzy”.')).toBeVisible();
  });
});
