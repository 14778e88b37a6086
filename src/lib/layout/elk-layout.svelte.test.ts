import { afterEach, describe, expect, it } from 'vitest';
import elkUrl from 'elkjs/lib/elk-worker.min.js?url';
import { blankCadenceFile, newNode, type Cadence, type CadenceNode } from '$lib/domain';
import { createElkLayout } from './elk-layout';
import type { LayoutService } from './layout-service';

/** An entry, `length` waits one after the other, an exit. */
function chain(length: number): Cadence {
  const nodes: CadenceNode[] = [newNode('entry', 'start')];
  for (let n = 0; n < length; n++) nodes.push(newNode('wait', `wait-${n}`));
  nodes.push(newNode('exit', 'end'));
  const edges = nodes.slice(1).map((node, index) => ({
    id: `e${index}`,
    from: nodes[index]?.id ?? '',
    port: 'next',
    to: node.id
  }));
  return {
    ...blankCadenceFile({ id: '01hzzzzzzzzzzzzzzzzzzzzzzz', name: 'Chain' }).cadence,
    nodes,
    edges
  };
}

function sizes(cadence: Cadence) {
  return new Map(cadence.nodes.map((node) => [node.id, { width: 120, height: 34 }]));
}

let started = 0;
let service: LayoutService | null = null;

function open(): LayoutService {
  started = 0;
  service = createElkLayout(() => {
    started += 1;
    // eslint-disable-next-line no-restricted-syntax -- the app hands its own thread maker in
    return new Worker(elkUrl);
  });
  return service;
}

afterEach(() => service?.dispose());

describe('the layout service', () => {
  it('LAY-6 starts its worker on first use, once, and lays out', async () => {
    const layout = open();
    const cadence = chain(3);
    expect(started).toBe(0);
    const { positions: places } = await layout.tidy(cadence, sizes(cadence), { direction: 'down' });
    const again = await layout.tidy(cadence, sizes(cadence), { direction: 'down' });
    expect(Object.keys(places).sort()).toEqual(['end', 'start', 'wait-0', 'wait-1', 'wait-2']);
    expect(again.positions).toEqual(places);
    expect(started).toBe(1);
  });

  it('is done at once with nothing to lay out', async () => {
    const layout = open();
    const cadence = { ...chain(0), nodes: [], edges: [] };
    expect(await layout.tidy(cadence, new Map(), { direction: 'down' })).toEqual({
      positions: {},
      routes: {}
    });
    expect(started).toBe(0);
  });

  it('LAY-5 is cancelled by its signal, and works again afterwards', async () => {
    const layout = open();
    const cadence = chain(200);
    const controller = new AbortController();
    const cancelled = layout.tidy(cadence, sizes(cadence), {
      direction: 'down',
      signal: controller.signal
    });
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const { positions: places } = await layout.tidy(cadence, sizes(cadence), { direction: 'down' });
    expect(Object.keys(places)).toHaveLength(202);
  });

  it('LAY-5 runs calls one after the other; a cancelled one holds up no other', async () => {
    const layout = open();
    const cadence = chain(20);
    const controller = new AbortController();
    const first = layout.tidy(cadence, sizes(cadence), { direction: 'down' });
    const second = layout.tidy(cadence, sizes(cadence), {
      direction: 'down',
      signal: controller.signal
    });
    const third = layout.tidy(cadence, sizes(cadence), { direction: 'right' });
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect((await first).positions['end']?.y).toBeGreaterThan(600);
    expect((await third).positions['end']?.x).toBeGreaterThan(600);
  });

  it('lays out a thousand steps in a row', async () => {
    const layout = open();
    const cadence = chain(1000);
    const { positions: places } = await layout.tidy(cadence, sizes(cadence), { direction: 'down' });
    expect(Object.keys(places)).toHaveLength(1002);
  });
});
