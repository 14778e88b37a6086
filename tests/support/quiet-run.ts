import type { ComputeHost } from '$lib/worker/compute-host';

/** Nobody listens while a simulation goes on. */
export const QUIET: Parameters<ComputeHost['simulate']>[1] = {
  progress: () => undefined,
  partial: () => undefined,
  help: () => undefined
};
