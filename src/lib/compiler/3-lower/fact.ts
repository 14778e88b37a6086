import type { FactRef } from '$lib/program';
import { assert } from '$lib/util';
import { parseFact } from '../1-resolve/parse-fact';
import type { Lowering } from './lowering';

/** A fact by its name, with steps and signals as indexes; a step that no lead comes to is -1. */
export function lowerFact(text: string, { findPc, signalOf }: Lowering): FactRef {
  const parsed = parseFact(text);
  assert(parsed.ok, `the fact ${text} was let through`);
  const fact = parsed.value;
  switch (fact.type) {
    case 'stepDisposition':
    case 'done':
    case 'visits':
      return { type: fact.type, pc: findPc(fact.node) };
    case 'seen':
      return { ...fact, signal: signalOf(fact.signal) };
    default:
      return fact;
  }
}
