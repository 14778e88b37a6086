import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Preferences } from '$lib/app/context';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';
import Inspector from './Inspector.svelte';

let here: Device;
let editor: EditorState;
let kept: Map<string, unknown>;
let preferences: Preferences;
let shown: string[];

beforeEach(async () => {
  here = await device();
  editor = await here.openTab();
  kept = new Map();
  preferences = {
    read: (name) => kept.get(name),
    write: (name, value) => void kept.set(name, value)
  };
  shown = [];
});

afterEach(async () => {
  await editor.close();
  here.close();
});

async function inspect(...nodes: string[]) {
  editor.selection.set(nodes);
  return render(Inspector, { editor, result: null, preferences, onshow: (id) => shown.push(id) });
}

function fieldOf(node: string, field: string): unknown {
  return (editor.node(node) as unknown as Record<string, unknown>)[field];
}

describe('lengths of time', () => {
  it('ED-90 are read as written, with what was understood and what is wrong', async () => {
    await inspect('call-1');
    const due = page.getByRole('combobox', { name: 'Due within' });
    await due.fill('3 working days');
    await expect.element(page.getByText('3 business days', { exact: true })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(fieldOf('call-1', 'due')).toEqual({ amount: 3, unit: 'businessDays' });
    await expect.element(due).toHaveValue('3 business days');

    await due.fill('');
    await userEvent.tab();
    expect(fieldOf('call-1', 'due')).toBeUndefined();
  });

  it('ED-91 ED-92 are completed and stepped by keyboard', async () => {
    await inspect('call-1');
    const due = page.getByRole('combobox', { name: 'Due within' });
    await due.fill('gap');
    await expect.element(page.getByRole('option', { name: /First gap/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(fieldOf('call-1', 'due')).toEqual({ parameter: 'gap1' });
    await due.fill('2 h');
    await userEvent.keyboard('{Enter}{ArrowUp}{Shift>}{ArrowUp}{/Shift}');
    expect(fieldOf('call-1', 'due')).toEqual({ amount: 13, unit: 'hours' });
  });

  it('ED-99 get a name in place, and lose it again, each as one step of undo', async () => {
    await inspect('call-1');
    await page.getByRole('button', { name: 'Name the duration of Due within' }).click();
    const id = editor.cadence.parameters.at(-1)?.id;
    expect(fieldOf('call-1', 'due')).toEqual({ parameter: id });
    await page.getByRole('button', { name: 'Use 4 business hours only here' }).click();
    expect(fieldOf('call-1', 'due')).toEqual({ amount: 4, unit: 'businessHours' });
    editor.undo();
    editor.undo();
    expect(editor.cadence.parameters).toHaveLength(1);
    expect(fieldOf('call-1', 'due')).toEqual({ amount: 4, unit: 'businessHours' });
  });

  it('ED-93 turn a wait into what is written, with its ways', async () => {
    await inspect('gap-2');
    const wait = page.getByRole('combobox', { name: 'Wait', exact: true });
    await wait.fill('next Tue 9:00');
    await userEvent.keyboard('{Enter}');
    expect(fieldOf('gap-2', 'until')).toEqual({ type: 'weekday', days: ['tue'], time: '09:00' });
    await wait.fill('until reply');
    await userEvent.keyboard('{Enter}');
    expect(
      editor.cadence.edges.filter(({ from }) => from === 'gap-2').map(({ port }) => port)
    ).toEqual(['met', 'timeout']);
    await expect.element(page.getByLabelText('Waits for', { exact: true })).toHaveValue('event');
  });

  it('ED-105 go to where they are used', async () => {
    await inspect();
    await page.getByRole('list', { name: 'Where First gap is used' }).getByRole('button').click();
    expect(shown).toEqual(['gap-1']);
    await page.getByRole('button', { name: 'Add a duration' }).click();
    await expect.element(page.getByText(/Not used yet/)).toBeVisible();
  });
});

describe('texts', () => {
  it('ED-95 a field that is not there is added or mended where it stands', async () => {
    await inspect('call-1');
    await page.getByRole('button', { name: 'Add field Company' }).click();
    expect(editor.cadence.fields).toContainEqual({ id: 'company', name: 'Company', type: 'text' });
    const script = page.getByRole('textbox', { name: 'Call script' });
    await script.fill('Hi {{lead.compnay|there}}');
    await page.getByRole('button', { name: 'Did you mean Company?' }).click();
    await expect.element(script).toHaveValue('Hi {{lead.company|there}}');
  });

  it('ED-94 fields are inserted at the cursor by picking', async () => {
    editor.do({
      kind: 'updateCadence',
      fields: { fields: [{ id: 'company', name: 'Company', type: 'text' }] }
    });
    await inspect('call-1');
    const script = page.getByRole('textbox', { name: 'Call script' });
    await script.fill('Hi !');
    await userEvent.keyboard('{ArrowLeft}');
    await page.getByRole('button', { name: 'Insert a field into Call script' }).click();
    await page.getByRole('menuitem', { name: 'Company' }).click();
    await expect.element(script).toHaveValue('Hi {{lead.company}}!');
  });

  it('ED-98 what is typed of the sample lead is kept on the device, not in the cadence', async () => {
    editor.do({
      kind: 'updateCadence',
      fields: { fields: [{ id: 'company', name: 'Company', type: 'text' }] }
    });
    const before = editor.file;
    const first = await inspect('call-1');
    await page.getByRole('button', { name: 'Change values' }).first().click();
    await page.getByRole('textbox', { name: 'Company' }).fill('Acme');
    await expect.element(page.getByText(/what stood out for/).last()).toHaveTextContent(/Acme\?/);
    expect(editor.file).toBe(before);
    await first.unmount();
    await inspect('call-1');
    await expect.element(page.getByText(/what stood out for/).last()).toHaveTextContent(/Acme\?/);
  });
});

describe('forms', () => {
  it('ED-104 steps of one kind are changed together, as one step of undo', async () => {
    await inspect('call-1', 'call-2', 'email-1');
    const offered = page.getByRole('checkbox', { name: /Interested/ }).first();
    await expect.element(offered).toBePartiallyChecked();
    await offered.click();
    for (const id of ['call-1', 'call-2', 'email-1'])
      expect(fieldOf(id, 'dispositions')).toContain('interested');
    expect(editor.undoLabel).toBe('Change dispositions of 3 steps');
    const due = page.getByRole('combobox', { name: 'Due within' });
    await due.fill('2 bd');
    await userEvent.keyboard('{Enter}');
    expect(['call-1', 'call-2', 'email-1'].map((id) => fieldOf(id, 'due'))).toEqual(
      Array(3).fill({ amount: 2, unit: 'businessDays' })
    );
    editor.undo();
    expect(fieldOf('email-1', 'due')).not.toEqual({ amount: 2, unit: 'businessDays' });
  });

  it('ED-104 of several kinds one can go on with', async () => {
    await inspect('call-1', 'gap-1', 'gap-2');
    await page.getByRole('button', { name: '2 waits' }).click();
    expect([...editor.selection.nodes]).toEqual(['gap-1', 'gap-2']);
    await expect
      .element(page.getByRole('combobox', { name: 'Wait' }))
      .toHaveAttribute('placeholder', 'different: First gap (2 business days), 1 business day');
  });

  it('ED-106 ED-107 what an end requires is a sentence with pickers', async () => {
    await inspect('lost');
    await page.getByText('Required to end so').click();
    await page.getByRole('button', { name: 'Touches that were made' }).click();
    const emails = page.getByRole('spinbutton', { name: 'How many emails' });
    await emails.fill('3');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('combobox', { name: 'Of what, 2' }).selectOptions('meeting');
    expect(fieldOf('lost', 'requirements')).toMatchObject([
      {
        when: {
          'count.email.completed.followUp': { $gte: 3 },
          'count.meeting.completed': { $gte: 1 }
        }
      }
    ]);
  });

  it('ED-108 items to tick are written and put in order by keyboard', async () => {
    await inspect('call-1');
    await page.getByText('Checklist').click();
    await page.getByRole('button', { name: 'Add an item' }).click();
    await userEvent.keyboard('Agenda{Enter}Budget{Alt>}{ArrowUp}{/Alt}');
    expect(fieldOf('call-1', 'checklist')).toMatchObject([{ text: 'Budget' }, { text: 'Agenda' }]);
    await expect.element(page.getByLabelText('Item 1', { exact: true })).toHaveFocus();
  });

  it('ED-101 a disposition is made where it is offered, as one step of undo', async () => {
    await inspect('call-1');
    await page.getByText('Dispositions offered').click();
    await page.getByRole('button', { name: 'New disposition' }).click();
    await userEvent.keyboard('Asked for a quote');
    await page.getByLabelText('It is').selectOptions('positive');
    await page.getByRole('button', { name: 'Add and offer' }).click();
    expect(fieldOf('call-1', 'dispositions')).toContain('asked-for-a-quote');
    expect(editor.cadence.dispositions.at(-1)).toMatchObject({ sentiment: 'positive' });
    editor.undo();
    expect(fieldOf('call-1', 'dispositions')).not.toContain('asked-for-a-quote');
    expect(editor.cadence.dispositions.map(({ id }) => id)).not.toContain('asked-for-a-quote');
  });

  it('ED-109 sections stay as they were left', async () => {
    const first = await inspect('call-1');
    await page.getByText('Time limits').click();
    await first.unmount();
    await inspect('call-2');
    await expect.element(page.getByRole('button', { name: 'Add a time limit' })).toBeVisible();
  });

  it('ED-100 a condition says whether it is true for the sample lead, and why', async () => {
    editor.do({
      kind: 'updateCadence',
      fields: { fields: [{ id: 'region', name: 'Region', type: 'text' }] }
    });
    await inspect('start');
    await page.getByLabelText('Only certain leads').click();
    await page.getByLabelText('Fact 1').selectOptions('Region');
    await page.getByLabelText('Value 1').fill('north');
    await userEvent.tab();
    await expect
      .element(page.getByText('True for Ada Lovelace, because Region is “north”.'))
      .toBeVisible();
    await page.getByRole('button', { name: /^Try the condition on/ }).click();
    await expect
      .element(page.getByText('Not true for Grace Hopper, because Region is “east”.'))
      .toBeVisible();
  });
});
