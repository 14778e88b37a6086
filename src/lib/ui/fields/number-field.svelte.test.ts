import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NumberField from './NumberField.svelte';

describe('NumberField', () => {
  it('UI-1 reads commas and shows them', async () => {
    const seen: number[] = [];
    await render(NumberField, {
      props: { label: 'Leads', value: 10_000, integer: true, onchange: (n: number) => seen.push(n) }
    });
    const field = page.getByRole('spinbutton', { name: 'Leads' });
    await expect.element(field).toHaveValue('10,000');
    await field.fill('25 000');
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveValue('25,000');
    expect(seen).toEqual([25_000]);
  });

  it('UI-2 keeps a bad number in the field with the reason', async () => {
    const seen: number[] = [];
    await render(NumberField, {
      props: { label: 'Leads', value: 5, min: 1, onchange: (n: number) => seen.push(n) }
    });
    const field = page.getByRole('spinbutton', { name: 'Leads' });
    await field.fill('0');
    await userEvent.tab();
    await expect.element(field).toHaveValue('0');
    await expect.element(field).toHaveAccessibleDescription('At least 1.');
    expect(seen).toEqual([]);
  });

  it('UI-3 steps by arrow keys within the limits', async () => {
    const seen: number[] = [];
    await render(NumberField, {
      props: { label: 'Leads', value: 5, max: 12, onchange: (n: number) => seen.push(n) }
    });
    page.getByRole('spinbutton', { name: 'Leads' }).element().focus();
    await userEvent.keyboard('{ArrowUp}{ArrowDown}{Shift>}{ArrowUp}{/Shift}');
    expect(seen).toEqual([6, 5, 12]);
  });
});
