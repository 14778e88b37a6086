import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { applyEdit, type CadenceFile, type Edit } from '$lib/domain';
import { createComputeClient } from '$lib/worker/clients';
import { inProcessCompute } from '$lib/worker/in-process';
import { cadenceOf, entry, fileOf, sixSteps, timedSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
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

/** The state over the real simulator, with a file that edits change. */
function setUp(initial: CadenceFile) {
  const compute = openCompute();
  let file = $state.raw(initial);
  const simulation = new SimulateState({ compute, getFile: () => file });
  function edit(change: Edit) {
    const applied = applyEdit(file, change);
    if (applied.ok) file = applied.value;
    flushSync();
  }
  return { simulation, edit };
}

function sixStepFile(leads: number, cadence = sixSteps()): CadenceFile {
  return fileOf(cadence, [scenarioFor(cadence, { leads })]);
}

describe('SimulateState', () => {
  it('SIMUI-1 runs with the scenario’s figures, and with those of the screen where set', async () => {
    const { simulation } = setUp(sixStepFile(300));
    await simulation.run();
    expect(simulation.result?.leads).toBe(300);
    simulation.leads = 120;
    simulation.seed = 99;
    await simulation.run();
    expect([simulation.result?.leads, simulation.result?.seed]).toEqual([120, 99]);
    expect([simulation.running, simulation.refusal, simulation.error]).toEqual([false, null, null]);
  });

  it('SIMUI-2 marks the result as old when the cadence or the settings change', async () => {
    const { simulation, edit } = setUp(sixStepFile(50));
    await simulation.run();
    expect(simulation.stale).toBe(false);
    const node = simulation.file.cadence.nodes[0]?.id ?? '';
    edit({ kind: 'moveNodes', positions: { [node]: { x: 900, y: 900 } } });
    expect(simulation.stale).toBe(false);
    edit({ kind: 'updateCadence', fields: { description: 'Now different.' } });
    expect(simulation.stale).toBe(true);
    await simulation.run();
    expect(simulation.stale).toBe(false);
    simulation.seed = 5;
    expect(simulation.stale).toBe(true);
  });

  it('SIMUI-3 cancels at once and keeps the result before', async () => {
    const { simulation } = setUp(sixStepFile(50, timedSteps()));
    await simulation.run();
    const before = simulation.result;
    simulation.leads = 1_000_000;
    const run = simulation.run();
    expect(simulation.running).toBe(true);
    simulation.cancel();
    expect(simulation.running).toBe(false);
    await run;
    expect(simulation.result).toBe(before);
    expect(simulation.progress).toBeNull();
  });

  it('SIMUI-11 shows the leads so far while it runs, and the result before when it is cancelled', async () => {
    const { simulation } = setUp(sixStepFile(50, timedSteps()));
    await simulation.run();
    const before = simulation.result;
    simulation.leads = 1_000_000;
    const run = simulation.run();
    await expect.poll(() => simulation.sharpening, { timeout: 10_000 }).toBe(true);
    const leads = simulation.shown?.leads ?? 0;
    expect(leads).toBeGreaterThan(0);
    expect(leads).toBeLessThan(1_000_000);
    expect(simulation.result).toBe(before);
    simulation.cancel();
    await run;
    expect([simulation.sharpening, simulation.shown === before]).toEqual([false, true]);
  });

  it('SIMUI-4 is refused by a cadence with errors and says which', async () => {
    const cadence = cadenceOf([entry()], []);
    const { simulation } = setUp(fileOf(cadence, [scenarioFor(cadence)]));
    await simulation.run();
    expect(simulation.refusal?.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(simulation.result).toBeNull();
  });

  it('SIMUI-20 ends with what it has when its longest time is over', async () => {
    const { simulation } = setUp(sixStepFile(1_000_000, timedSteps()));
    simulation.seconds = 0.3;
    await simulation.run();
    expect(simulation.result?.stopped).toMatchObject({ reason: 'time', of: 1_000_000 });
    simulation.seconds = 0;
    simulation.leads = 20;
    await simulation.run();
    expect(simulation.result).toMatchObject({ leads: 20, stopped: null });
  });

  it('SIMUI-19 follows the next lead like the one before, until there is none', async () => {
    const { simulation } = setUp(sixStepFile(60));
    const { following } = simulation;
    await simulation.run();
    const won = simulation.result?.exits.find(({ node }) => node === 'won');
    const found: number[] = [];
    for (let from = 0; !following.missing; from = (following.lead?.index ?? 0) + 1) {
      await simulation.follow({ node: 'won' }, from);
      if (!following.missing) found.push(following.lead?.index ?? -1);
    }
    expect(found).toHaveLength(won?.count ?? -1);
    // The one before stays on screen.
    expect(following.lead?.index).toBe(found.at(-1));
    void simulation.follow('any', 0);
    following.cancel();
    expect([following.running, following.lead?.index]).toEqual([false, found.at(-1)]);
  });

  it('tells when the simulator breaks', async () => {
    const lost = () => Promise.reject(new Error('lost'));
    const compute = { simulate: lost, investigate: lost, follow: lost };
    const simulation = new SimulateState({ compute, getFile: () => sixStepFile(10) });
    await simulation.run();
    expect(simulation.error).toContain('lost');
    await simulation.follow('any', 0);
    expect(simulation.following.error).toContain('lost');
    expect(simulation.running).toBe(false);
  });
});
