import { Tally, runShare, sharesOf } from '$lib/simulation';
import { InvariantError } from '$lib/util';
import { modelOfSubject } from '../inputs/subject';
import type { Reply, Task } from '../thread';

/** Cells of the shared control of a run. */
const NEXT = 0;
const STOP = 1;

/** Leads between two looks at whether to stop. */
export const SLICE = 1000;

export function newControl(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

export function stop(control: Int32Array): void {
  Atomics.store(control, STOP, 1);
}

/**
 * Takes shares that nobody has begun, one after the other, until all are taken or it is stopped; a few
 * leads are run even so, as something is to be shown.
 */
export function perform({ subject, control }: Task): Reply {
  const model = modelOfSubject(subject);
  if (!model.ok) throw new InvariantError('a subject is looked at before threads start');
  const tally = new Tally(model.value);
  const shares = sharesOf(model.value);
  const isStopped = (): boolean => Atomics.load(control, STOP) !== 0;
  let done = 0;
  do {
    const share = shares[Atomics.add(control, NEXT, 1)];
    if (!share) break;
    const run = runShare(model.value, share, tally);
    let isOver = run.run(SLICE);
    while (!isOver && !isStopped()) isOver = run.run(SLICE);
    if (!isOver) run.stop?.();
    done += run.done;
  } while (!isStopped());
  return { columns: tally.columns(), done };
}
