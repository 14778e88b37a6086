import type { SimulateReply } from '$lib/worker/protocol';

type Refusal = Extract<SimulateReply, { type: 'refused' }>;

/** Everything for which a run was refused, a sentence each. */
export function problemsOf(refusal: Refusal | null): readonly string[] {
  if (!refusal) return [];
  return [
    ...refusal.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message),
    ...refusal.faults.map(({ path, message }) => `${path} ${message}`)
  ];
}
