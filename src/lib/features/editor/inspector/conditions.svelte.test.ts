import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Condition } from '$lib/domain';
import type { EditorState } from '../editor-state.svelte';
import { device, type Device } from '../testing/tabs';
import Inspector from './Inspector.svelte';
import '../../../../app.css';

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

const form = page.getByRole('group', { name: 'Leads that may come in' });

async function begin(criteria: Condition) {
  const node = editor.node('start');
  if (node?.kind !== 'entry') throw new Error('no entry');
  editor.do({ kind: 'updateNode', node: { ...node, criteria } });
  editor.selection.set(['start']);
  await render(Inspector, { editor, result: null, onshow: () => {} });
}

function criteria(): Condition | undefined {
  const node = editor.node('start');
  return node?.kind === 'entry' ? node.criteria : undefined;
}

function choose(label: string, option: string) {
  return form.getByRole('combobox', { name: label, exact: true }).selectOptions(option);
}

function press(name: string) {
  return form.getByRole('button', { name }).click();
}

describe('the condition builder', () => {
  it('ED-21 shows groups in groups, says them, and changes nothing by itself', async () => {
    const given = {
      $or: [{ 'count.touches': 0 }, { $nor: [{ 'days.enrolled': { $gt: 3 } }, { 'made.up': 'x' }] }]
    };
    await begin(given);
    await expect.element(form.getByLabelText('What must hold in the condition')).toHaveValue('any');
    await expect.element(form.getByLabelText('What must hold in group 2')).toHaveValue('none');
    await expect.element(form.getByLabelText('Fact 2.2', { exact: true })).toHaveValue('made.up');
    await expect.element(form.getByText(/number of touches is 0 or \(none of/)).toBeVisible();
    expect(criteria()).toBe(given);
  });

  it('ED-21 names a fact by its family, its parts and its reach', async () => {
    await begin({ 'count.touches': { $gte: 2 } });
    await choose('Fact 1', 'count');
    await choose('Channel 1', 'email');
    await choose('Which touches 1', 'followUp');
    await press('How far line 1 looks');
    await choose('Scope 1', 'lifetime');
    const amount = form.getByRole('combobox', { name: 'Time 1' });
    await amount.fill('7 bd');
    await userEvent.keyboard('{Enter}');
    expect(criteria()).toEqual({ 'count.email.completed.followUp@lifetime@7bd': { $gte: 2 } });
    await expect
      .element(form.getByText(/follow-up emails sent in any cadence in the last 7 business days/))
      .toBeVisible();
    await amount.fill('0');
    await userEvent.tab();
    await expect.element(amount).toBeInvalid();
    await amount.fill('');
    await userEvent.tab();
    await choose('Scope 1', 'run');
    expect(criteria()).toEqual({ 'count.email.completed.followUp': { $gte: 2 } });
    await expect.element(form.getByLabelText('Scope 1')).toBeVisible();
    await choose('Fact 1', 'done');
    await choose('Step 1', 'call-2');
    await choose('Value 1', 'not done');
    expect(criteria()).toEqual({ 'done.call-2': false });
  });

  it('ED-22 keeps a signal that cannot be one in its field', async () => {
    await begin({ 'seen.reply': true });
    const signal = form.getByLabelText('Signal 1');
    await signal.fill('Not one');
    await userEvent.keyboard('{Enter}');
    await expect.element(signal).toBeInvalid();
    expect(criteria()).toEqual({ 'seen.reply': true });
    await signal.fill('meeting-booked');
    await userEvent.keyboard('{Enter}');
    expect(criteria()).toEqual({ 'seen.meeting-booked': true });
  });

  it('ED-21 builds groups, by keyboard too', async () => {
    await begin({ 'count.touches': { $gte: 2 } });
    await press('Add a group');
    await expect.element(form.getByLabelText('What must hold in group 2')).toHaveFocus();
    await choose('What must hold in group 2', 'all');
    expect(criteria()).toEqual({
      $and: [{ 'count.touches': { $gte: 2 } }, { 'count.touches': { $gte: 1 } }]
    });
    // A group of one line says what the line says, and is still there to be filled.
    const group = form.getByRole('group', { name: 'group 2' });
    await group.getByRole('button', { name: 'Add a line' }).click();
    await expect.element(form.getByLabelText('Fact 2.2', { exact: true })).toHaveFocus();
    await choose('Fact 2.2', 'stage');
    await choose('What must hold in group 2', 'none');
    expect(criteria()).toEqual({
      $and: [
        { 'count.touches': { $gte: 2 } },
        { $nor: [{ 'count.touches': { $gte: 1 } }, { stage: 'prospecting' }] }
      ]
    });
  });

  it('ED-21 a group goes with its last line, and the last line of all stays', async () => {
    await begin({ $or: [{ 'count.touches': 1 }, { $not: { stage: 'prospecting' } }] });
    await press('Remove line 2.1');
    expect(criteria()).toEqual({ $or: [{ 'count.touches': 1 }] });
    await expect.element(form.getByRole('button', { name: 'Add a line' })).toHaveFocus();
    expect(form.getByRole('button', { name: /^Remove/ }).elements()).toHaveLength(0);
  });

  it.each(['light', 'dark'])(
    'ED-21 every control has a name, and contrast, in %s',
    async (scheme) => {
      document.documentElement.style.colorScheme = scheme;
      await begin({
        $or: [
          { 'count.email.completed.followUp@lifetime@7bd': { $gte: 2 } },
          { 'last.disposition': { $in: ['interested'] }, 'seen.reply': true },
          { $nor: [{ 'done.call-1': true }, { 'made.up': { $in: [1] } }] }
        ]
      });
      const { violations } = await axe.run(form.element());
      document.documentElement.style.colorScheme = '';
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  );

  it('ED-21 follows what changes elsewhere', async () => {
    await begin({ stage: 'prospecting' });
    await press('Add a group');
    const node = editor.node('start');
    if (node?.kind !== 'entry') throw new Error('no entry');
    editor.do({ kind: 'updateNode', node: { ...node, criteria: { 'done.call-1': true } } });
    await expect.element(form.getByLabelText('Fact 1', { exact: true })).toHaveValue('done');
    expect(form.getByLabelText('What must hold in group 2').elements()).toHaveLength(0);
  });

  it('ED-21 several values are picked, or typed with commas', async () => {
    await begin({ 'last.disposition': 'interested' });
    await choose('Comparison 1', '$in');
    await form.getByLabelText('Left voicemail').click();
    expect(criteria()).toEqual({ 'last.disposition': { $in: ['voicemail', 'interested'] } });
  });
});
