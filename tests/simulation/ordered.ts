import { Tally, runShare, type Model } from '$lib/simulation';
import { present } from '$lib/util';

/** How many leads came to a step once, twice, … up to `most` times, run one by one. */
export function leadsByVisits(model: Model, node: string, most: number): readonly number[] {
  const pc = model.program.nodes.indexOf(node);
  const counts = new Array<number>(most).fill(0);
  const tally = new Tally(model);
  const run = runShare(model, { replication: 0, from: 0, to: model.leads }, tally);
  let before = 0;
  for (let lead = 0; lead < model.leads; lead++) {
    run.run(1);
    const visits = tally.cells.reduce((sum, cell) => sum + present(cell.visits[pc], 'step'), 0);
    const place = visits - before - 1;
    if (place < most) counts[place] = (counts[place] ?? 0) + 1;
    before = visits;
  }
  return counts;
}
