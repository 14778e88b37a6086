import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { fail, ok } from '$lib/util';
import MarkedText from './MarkedText.svelte';
import PhraseField from './PhraseField.svelte';

const FRUIT = ['apple', 'apricot', 'banana'];

function fruit(seen: string[]) {
  return {
    props: {
      label: 'Fruit',
      text: 'banana',
      read: (text: string) =>
        FRUIT.includes(text) ? ok(text) : fail(`No fruit is called ${text}.`),
      say: (value: unknown) => `One ${String(value)}`,
      complete: (text: string) =>
        FRUIT.filter((each) => each.startsWith(text)).map((value) => ({ value })),
      onchange: (value: unknown) => seen.push(String(value))
    }
  };
}

describe('PhraseField', () => {
  it('UI-20 completes by Enter, says what it understands, and takes it', async () => {
    const seen: string[] = [];
    await render(PhraseField, fruit(seen));
    const field = page.getByRole('combobox', { name: 'Fruit' });
    await field.fill('ap');
    await expect
      .element(page.getByRole('option', { name: 'apple' }))
      .toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(seen).toEqual(['apricot']);
    await field.fill('apple');
    await expect.element(page.getByText('One apple')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(seen).toEqual(['apricot', 'apple']);
  });

  it('UI-20 goes back by Escape and keeps what it cannot read, with the reason', async () => {
    const seen: string[] = [];
    await render(PhraseField, fruit(seen));
    const field = page.getByRole('combobox', { name: 'Fruit' });
    await field.fill('ap');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await expect.element(field).toHaveValue('ap');
    await userEvent.keyboard('{Escape}');
    await expect.element(field).toHaveValue('banana');
    await field.fill('stone');
    await userEvent.tab();
    await expect.element(field).toHaveValue('stone');
    await expect.element(field).toHaveAccessibleDescription('No fruit is called stone.');
    expect(seen).toEqual([]);
  });

  it('UI-20 shows everything there is by Alt and arrow', async () => {
    await render(PhraseField, fruit([]));
    page.getByRole('combobox', { name: 'Fruit' }).element().focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.element(page.getByRole('listbox')).toBeVisible();
    expect(page.getByRole('option').elements()).toHaveLength(3);
  });
});

describe('MarkedText', () => {
  it('UI-21 completes where the caret is', async () => {
    const seen: string[] = [];
    const props = (value: string) => ({
      label: 'Text',
      value,
      parts: [{ text: value }],
      complete: (text: string, caret: number) => {
        const from = text.lastIndexOf('@', caret - 1);
        return from < 0 || text.slice(from, caret).includes(' ')
          ? null
          : { from, to: caret, suggestions: [{ value: '@ada ' }, { value: '@grace ' }] };
      },
      oninput: (text: string) => {
        seen.push(text);
        void view.rerender(props(text));
      }
    });
    const view = await render(MarkedText, { props: props('Hi , bye') });
    const area = page.getByRole('textbox', { name: 'Text' });
    (area.element() as HTMLTextAreaElement).focus();
    (area.element() as HTMLTextAreaElement).setSelectionRange(3, 3);
    await userEvent.keyboard('@');
    await expect.element(page.getByRole('option', { name: '@ada' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(area).toHaveValue('Hi @grace , bye');
    expect((area.element() as HTMLTextAreaElement).selectionStart).toBe(10);
    expect(seen.at(-1)).toBe('Hi @grace , bye');
  });
});
