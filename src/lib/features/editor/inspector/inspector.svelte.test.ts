import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';
import Inspector from './Inspector.svelte';

let here: Device;
let editor: EditorState;

beforeEach(async () => {
  here = await device();
  editor = await here.openTab();
});

afterEach(async () => {
  await editor.close();
  here.close();
});

async function inspect(node: string) {
  editor.selection.set([node]);
  await render(Inspector, { editor, result: null, onshow: () => {} });
}

function fieldOf(node: string, field: string): unknown {
  return (editor.node(node) as unknown as Record<string, unknown>)[field];
}

describe('the inspector', () => {
  it('changes the name while it is typed, as one step of undo', async () => {
    await inspect('call-1');
    await page.getByLabelText('Name', { exact: true }).fill('Ring them');
    expect(editor.node('call-1')?.name).toBe('Ring them');
    editor.undo();
    await expect
      .element(page.getByLabelText('Name', { exact: true }))
      .toHaveValue('First follow-up call');
  });

  it('changes the length of a named gap where it is used', async () => {
    await inspect('gap-1');
    await page.getByRole('button', { name: 'Change First gap' }).click();
    const length = page.getByRole('combobox', { name: 'First gap is' });
    await length.fill('5');
    await userEvent.keyboard('{Enter}');
    expect(editor.cadence.parameters[0]?.duration).toEqual({ amount: 5, unit: 'businessDays' });
  });

  it('ED-22 keeps an amount that is no number in its field and changes nothing', async () => {
    await inspect('call-1');
    const due = page.getByRole('combobox', { name: 'Due within' });
    await due.fill('soon');
    await userEvent.keyboard('{Enter}');
    await expect.element(due).toHaveValue('soon');
    await expect.element(due).toBeInvalid();
    expect(fieldOf('call-1', 'due')).toEqual({ amount: 4, unit: 'businessHours' });
  });

  it('ED-22 keeps hours that cannot be read in their field and changes nothing', async () => {
    await render(Inspector, { editor, result: null, onshow: () => {} });
    const before = editor.cadence.calendar;
    await page.getByText('Working hours').click();
    const monday = page.getByLabelText('Monday');
    await monday.fill('whenever');
    await userEvent.keyboard('{Tab}');
    await expect.element(monday).toBeInvalid();
    expect(editor.cadence.calendar).toBe(before);
    await monday.fill('8-12');
    await userEvent.keyboard('{Tab}');
    expect(editor.cadence.calendar.week.mon).toEqual([['08:00', '12:00']]);
  });

  it('ED-20 a disposition that is offered no more loses its way and its edge', async () => {
    await inspect('call-1');
    await page.getByText('Ways of their own').click();
    await page
      .getByRole('group', { name: /port of their own/ })
      .getByLabelText('Interested', { exact: true })
      .click();
    expect(fieldOf('call-1', 'routes')).toEqual(['interested']);
    editor.do({
      kind: 'connect',
      edge: { id: 'extra', from: 'call-1', port: 'interested', to: 'won' }
    });

    await page.getByText('Dispositions offered').click();
    await page
      .getByRole('group', { name: /may choose from/ })
      .getByLabelText('Interested', { exact: true })
      .click();
    expect(fieldOf('call-1', 'routes')).toBeUndefined();
    expect(editor.cadence.edges.some(({ id }) => id === 'extra')).toBe(false);
    editor.undo();
    expect(fieldOf('call-1', 'routes')).toEqual(['interested']);
    expect(editor.cadence.edges.some(({ id }) => id === 'extra')).toBe(true);
  });

  it('writes chances into the scenario and says when they are too many', async () => {
    await inspect('call-1');
    const interested = page.getByRole('spinbutton', { name: 'Chance of Interested, per cent' });
    await interested.fill('12.5');
    await userEvent.keyboard('{Enter}');
    expect(editor.scenario?.steps['call-1']?.outcomes?.[0]).toEqual({
      disposition: 'interested',
      chance: 0.125
    });
    await interested.fill('90');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/Chances can be 100 % at most/)).toBeVisible();
  });

  it('ED-23 a wait that waits for something else keeps its way', async () => {
    await inspect('gap-2');
    await page.getByLabelText('Waits for', { exact: true }).selectOptions('event');
    const ways = () =>
      editor.cadence.edges.filter(({ from }) => from === 'gap-2').map(({ port }) => port);
    expect(ways()).toEqual(['met', 'timeout']);
    editor.undo();
    expect(ways()).toEqual(['next']);
  });

  it('ED-23 a rule is written by picking', async () => {
    await render(Inspector, { editor, result: null, onshow: () => {} });
    await page.getByText('Rules', { exact: true }).click();
    await page.getByRole('button', { name: 'Limit touches a day' }).click();
    expect(editor.cadence.rules).toEqual([{ id: 'rule-1', type: 'maxTouchesPerDay', atMost: 1 }]);
  });

  it('offers the mend of a problem beside it', async () => {
    editor.selection.set(['email-1']);
    await expect.poll(() => editor.diagnostics.some(({ node }) => node === 'email-1')).toBe(true);
    await render(Inspector, { editor, result: null, onshow: () => {} });
    await page.getByRole('button', { name: /Add the lead field/ }).click();
    expect(editor.cadence.fields.map(({ id }) => id)).toContain('first-name');
  });

  it('ED-105 a named duration that is removed leaves its value where it stood', async () => {
    await render(Inspector, { editor, result: null, onshow: () => {} });
    await page
      .getByRole('button', { name: 'Remove First gap and write 2 business days in its place' })
      .click();
    expect(editor.cadence.parameters).toEqual([]);
    expect(fieldOf('gap-1', 'until')).toEqual({
      type: 'duration',
      delay: { amount: 2, unit: 'businessDays' }
    });
    expect(editor.undoLabel).toBe('Remove the duration First gap');
    editor.undo();
    expect(fieldOf('gap-1', 'until')).toEqual({ type: 'duration', delay: { parameter: 'gap1' } });
  });
});
