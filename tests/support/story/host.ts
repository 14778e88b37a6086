import { ComputeHost } from '$lib/worker/compute-host';

/** What the compute worker runs, in this thread. */
export function computeHost(): ComputeHost {
  return new ComputeHost({ now: () => 0, pause: () => Promise.resolve() });
}
