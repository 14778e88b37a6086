import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { applyEdit, type CadenceFile, type Edit } from '$lib/domain';
import { createComputeClient } from '$lib/worker/clients';
import { inProcessCompute } from '$lib/worker/in-process';
import { cadenceOf, entry, fileOf, sixSteps, timedSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import '../../../app.css';
import SimulatePanel from './SimulatePanel.svelte';
import { SimulateState } from './simulate-state.svelte';

const open: { dispose(): void }[] = [];

/** The real simulator, in the thread of the test. */
function openCompute() {
  const client = createComputeClient(() =>
    inProcessCompute({
      now: () => performance.now(),
      pause: () => new Promise((resolve) => setTimeout(resolve))
    })
  );
  open.push(client);
  return client;
}

afterEach(() => {
  for (const client of open.splice(0)) client.dispose();
});

async function show(file: CadenceFile) {
  const compute = openCompute();
  let now = $state.raw(file);
  const simulation = new SimulateState({ compute, getFile: () => now });
  const edits: Edit[] = [];
  const shown: unknown[] = [];
  await render(SimulatePanel, {
    props: {
      simulation,
      designHref: '/design',
      onEdit: (edit: Edit) => {
        edits.push(edit);
        const done = applyEdit(now, edit);
        if (done.ok) now = done.value;
      },
      onShowLead: () => void shown.push(simulation.following.lead)
    }
  });
  return { simulation, edits, shown };
}

function sixStepFile(leads: number, cadence = sixSteps()): CadenceFile {
  return fileOf(cadence, [scenarioFor(cadence, { leads })]);
}

async function violations(): Promise<readonly string[]> {
  const found = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`
  );
}

describe('SimulatePanel', () => {
  it.each(['light', 'dark'])('SIMUI-9 shows results that pass axe, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await show(sixStepFile(500));
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Run' }).click();
    await expect.element(page.getByRole('heading', { name: 'How it ends' })).toBeVisible();
    await expect.element(page.getByText(/^Of 500 leads/)).toBeVisible();
    await expect.element(page.getByRole('table', { name: /to the end/ })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it.each(['light', 'dark'])(
    'SIMUI-9 SIMUI-16 SIMUI-17 SIMUI-18 compares, says what matters and finds better gaps, %s',
    async (theme) => {
      document.documentElement.dataset['theme'] = theme;
      const { simulation } = await show(sixStepFile(40));
      simulation.keep();
      await userEvent.click(page.getByRole('radio', { name: 'Compare' }), { force: true });
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await expect.element(page.getByRole('rowheader', { name: 'Touches' })).toBeVisible();
      expect(await violations()).toEqual([]);
      await userEvent.click(page.getByRole('radio', { name: 'What matters' }), { force: true });
      await page.getByRole('button', { name: 'See what matters' }).click();
      await expect
        .element(page.getByRole('list', { name: 'Effect of each assumption' }))
        .toBeInTheDocument();
      expect(await violations()).toEqual([]);
      await userEvent.click(page.getByRole('radio', { name: 'Improve' }), { force: true });
      await page.getByRole('button', { name: 'Search' }).click();
      await expect.element(page.getByRole('list', { name: 'Best settings' })).toBeInTheDocument();
      expect(await violations()).toEqual([]);
      simulation.stop();
    },
    60_000
  );

  it.each(['light', 'dark'])('SIMUI-9 SIMUI-19 SIMUI-22 follows one lead, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const { simulation, shown } = await show(sixStepFile(60));
    await simulation.run();
    await userEvent.click(page.getByRole('radio', { name: 'One lead' }), { force: true });
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await expect.element(page.getByRole('heading', { name: 'Lead 1', exact: true })).toBeVisible();
    await expect.element(page.getByText(/^Came Mon, Jan 5, \d\d:\d\d; /)).toBeVisible();
    await expect
      .element(page.getByRole('list', { name: 'What happened, by day' }))
      .toBeInTheDocument();
    expect(await violations()).toEqual([]);
    const won = simulation.result?.exits.find(({ node }) => node === 'won');
    await page
      .getByRole('combobox', { name: 'A lead that ends by' })
      .selectOptions(`${won?.name} (${won?.count})`);
    await page.getByRole('button', { name: 'Next one like this' }).click();
    await expect.element(page.getByText('Leaves: Qualified')).toBeVisible();
    await page.getByRole('button', { name: 'Show its way on the canvas' }).click();
    expect(shown).toEqual([simulation.following.lead]);
  });

  it('SIMUI-4 SIMUI-9 names what is in the way, with the way back', async () => {
    const cadence = cadenceOf([entry()], []);
    await show(fileOf(cadence, [scenarioFor(cadence)]));
    await page.getByRole('button', { name: 'Run' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Back to design' }))
      .toHaveAttribute('href', '/design');
    expect(await violations()).toEqual([]);
  });

  it('SIMUI-8 changes one gap and leaves the others', async () => {
    const { edits, simulation } = await show(sixStepFile(10));
    const [first, ...others] = simulation.file.cadence.parameters;
    const field = page.getByRole('spinbutton', { name: first?.name ?? '' });
    await field.fill('7');
    await userEvent.keyboard('{Tab}');
    expect(edits).toEqual([
      {
        kind: 'updateCadence',
        fields: {
          parameters: [{ ...first, duration: { amount: 7, unit: first?.duration.unit } }, ...others]
        }
      }
    ]);
  });

  it('SIMUI-1 SIMUI-2 SIMUI-12 runs by keyboard with what was just typed, and says how, and when it is old', async () => {
    const { simulation } = await show(sixStepFile(10));
    await page.getByRole('spinbutton', { name: 'Number of leads' }).fill('40');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^Of 40 leads/)).toBeVisible();
    await expect
      .element(page.getByText(/^40 leads · (columnar|lead by lead) · .* · seed 1$/))
      .toBeVisible();
    await page.getByRole('spinbutton', { name: 'Seed' }).fill('8');
    await userEvent.tab();
    expect(simulation.stale).toBe(true);
    await expect
      .element(page.getByText('These numbers are from before your last change.'))
      .toBeVisible();
  });

  it('SIMUI-3 shows progress and a way to cancel', async () => {
    const { simulation } = await show(sixStepFile(1_000_000, timedSteps()));
    await page.getByRole('button', { name: 'Run' }).click();
    await expect.element(page.getByRole('progressbar', { name: 'Simulated leads' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(simulation.running).toBe(false);
    await expect.element(page.getByRole('button', { name: 'Run' })).toBeVisible();
  });
});
