import { createRawSnippet } from 'svelte';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Button from './Button.svelte';

it('UI-4 a busy button keeps its focus and ignores clicks', async () => {
  let clicks = 0;
  const children = createRawSnippet(() => ({ render: () => '<span>Run</span>' }));
  const props = { children, busy: false, onclick: () => void clicks++ };
  const { rerender } = await render(Button, { props });
  const button = page.getByRole('button', { name: 'Run' });
  await button.click();
  await rerender({ busy: true });
  await button.click();
  expect(clicks).toBe(1);
  await expect.element(button).toHaveFocus();
});
