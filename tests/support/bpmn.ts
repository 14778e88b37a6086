import { readBpmn, writeBpmn } from '$lib/exchange/bpmn';
import type { BpmnClient } from '$lib/worker/protocol';

/** Ids that tell themselves apart: `01jd…000`, `01jd…001`… */
export function countedIds(): () => string {
  let count = 0;
  return () => `01jd0000000000000000000${String(count++).padStart(3, '0')}`;
}

/** Reads and writes BPMN in this thread. */
export function bpmnHere(): BpmnClient {
  const newId = countedIds();
  return { read: (text, home) => readBpmn(text, { ...home, newId }), write: writeBpmn };
}
