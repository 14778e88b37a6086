import { fit, openExample, saved, step } from './support/actions';
import { expect, expectAccessible, test } from './support/test';

test('ED-90 ED-93 times are typed as people write them', async ({ page }) => {
  await openExample(page);
  await fit(page);

  await step(page, 'First follow-up call').click();
  const due = page.getByRole('combobox', { name: 'Due within' });
  await due.fill('3 b');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
    '3 business days',
    '3 business hours',
    '3 business minutes'
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(due).toHaveValue('3 business hours');
  await expect(step(page, 'First follow-up call')).toContainText('within 3 business hours');
  await page.keyboard.press('ArrowUp');
  await expect(due).toHaveValue('4 business hours');

  // What cannot be read stays, with the reason.
  await due.fill('3 dyas');
  await due.blur();
  await expect(due).toHaveValue('3 dyas');
  await expect(page.getByText('“dyas” is no unit. Did you mean days?')).toBeVisible();
  await due.fill('2 days');
  await expect(page.getByText('2 days', { exact: true })).toBeVisible();
  await due.blur();

  // It becomes a named one, and says where it is used.
  await page.getByRole('button', { name: 'Name the duration of Due within' }).click();
  await expect(due).toHaveValue('First follow-up call: due within');
  await page.getByRole('button', { name: /^Undo: Name 2 days/ }).click();
  await expect(due).toHaveValue('2 days');

  // A wait turns from a length of time into a weekday, and into a signal.
  await step(page, 'Gap 1').click();
  const wait = page.getByRole('combobox', { name: 'Wait', exact: true });
  await wait.fill('next Tue 9:00');
  await expect(page.getByText('Until Tue at 09:00', { exact: true }).last()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Waits for', { exact: true })).toHaveValue('weekday');
  await wait.fill('until reply, at most 2 bd');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Waits for', { exact: true })).toHaveValue('event');
  await expect(page.getByRole('combobox', { name: 'At most for' })).toHaveValue('2 business days');
});

test('ED-94 ED-95 ED-96 a text is written with fields of the lead and tried on a sample lead', async ({
  page
}) => {
  await openExample(page);
  await fit(page);
  await step(page, 'Introduction email').click();

  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('');
  await text.pressSequentially('Dear {{comp');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
    /Company\s*Analytical Engines/
  ]);
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue('Dear {{lead.company}}');
  const letter = page.getByRole('group', { name: 'As Ada Lovelace gets it' });
  await expect(letter).toContainText('Dear Analytical Engines');

  await text.pressSequentially(', hi {{frist_name}}');
  await page.getByRole('button', { name: 'Did you mean First name?' }).click();
  await expect(text).toHaveValue('Dear {{lead.company}}, hi {{lead.first-name}}');
  await text.press('End');
  await text.pressSequentially(' {{lead.budget}}');
  await page.getByRole('button', { name: 'Add field Budget' }).click();
  await expect(letter).toContainText('Budget of Ada');

  // What is not known holds the step, and says so; a larger window has both sides.
  await letter.getByRole('button', { name: 'Change values' }).click();
  await letter.getByLabel('Company').fill('');
  await expect(letter).toContainText(
    'Company of Ada Lovelace is not known: the step waits until it is filled in.'
  );
  await page.getByRole('button', { name: 'Write Text in a larger window' }).click();
  const large = page.getByRole('dialog');
  await expect(large.getByRole('group', { name: 'As Ada Lovelace gets it' })).toBeVisible();
  await expectAccessible(page);
  await large.getByRole('button', { name: 'Done' }).click();

  // The sample lead is kept on the device.
  await saved(page);
  await page.reload();
  await step(page, 'Introduction email').click();
  await expect(letter).toContainText('Company of Ada Lovelace is not known');
});

test('ED-104 ED-106 several steps are changed together, and rules are written by picking', async ({
  page
}) => {
  await openExample(page);
  await fit(page);
  await step(page, 'First follow-up call').click();
  await step(page, 'Second follow-up call').click({ modifiers: ['ControlOrMeta'] });
  const due = page.getByRole('combobox', { name: 'Due within' });
  await due.fill('5 bh');
  await due.blur();
  await expect(page.getByRole('button', { name: 'Undo: Change due of 2 steps' })).toBeVisible();
  await expect(step(page, 'Second follow-up call')).toContainText('within 5 business hours');

  await page.keyboard.press('Escape');
  await page.locator('.svelte-flow__pane').click({ position: { x: 10, y: 10 } });
  await page.getByText('Rules', { exact: true }).click();
  await page.getByRole('button', { name: 'A result requires touches' }).click();
  const amount = page.getByRole('spinbutton', { name: 'How many emails' }).last();
  await amount.fill('3');
  await amount.press('Enter');
  await expect(amount).toHaveValue('3');
  await expectAccessible(page);
});
