import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import Gallery from './Gallery.svelte';

async function violations(): Promise<readonly string[]> {
  const found = await axe.run(document.body, {
    // A page's landmarks belong to the shell, which is not part of the gallery.
    rules: { region: { enabled: false } }
  });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`
  );
}

describe('the gallery', () => {
  it.each(['light', 'dark'])('UI-13 passes axe in the %s theme', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await render(Gallery);
    expect(await violations()).toEqual([]);
  });

  it('UI-8 UI-13 opens a dialog that passes axe, takes the focus and gives it back', async () => {
    await render(Gallery);
    const opener = page.getByRole('button', { name: 'Dialog' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'Rename' });
    await expect.element(dialog).toBeVisible();
    await Promise.all(
      dialog
        .element()
        .getAnimations()
        .map((animation) => animation.finished)
    );
    expect(await violations()).toEqual([]);
    await expect.element(page.getByRole('textbox', { name: 'New name' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
    await expect.poll(() => document.body.style.pointerEvents).toBe('');
  });

  it('UI-16 opens a menu and runs its item by keyboard', async () => {
    await render(Gallery);
    const opener = page.getByRole('button', { name: 'Menu' });
    opener.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('menuitem', { name: /Add/ })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(page.getByText('delete', { exact: true })).toBeVisible();
    await expect.poll(() => document.body.style.pointerEvents).toBe('');
  });

  it('UI-9 announces hints and errors with their field', async () => {
    await render(Gallery);
    await expect
      .element(page.getByRole('textbox', { name: 'Name', exact: true }))
      .toHaveAccessibleDescription('Shown in the library.');
    const wrong = page.getByRole('textbox', { name: 'With error' });
    await expect.element(wrong).toHaveAccessibleDescription('A name is needed.');
    await expect.element(wrong).toBeInvalid();
  });

  it('UI-15 says the numbers of charts in words', async () => {
    await render(Gallery);
    const histogram = page.getByRole('figure', { name: 'Business days to a verdict' });
    await expect
      .element(histogram.getByRole('row', { name: '13 to 14 1,200' }))
      .toBeInTheDocument();
    await expect
      .element(page.getByRole('figure', { name: 'How it ends' }))
      .toHaveTextContent(/Opportunity\s*23\.3 %\s*±plus or minus\s*0\.8\s*2,332/);
    await expect
      .element(page.getByRole('list', { name: 'Reached' }))
      .toHaveTextContent(/First follow-up call\s*Call\s*9,500/);
  });
});
