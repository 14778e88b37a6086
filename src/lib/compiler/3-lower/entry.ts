import { OP } from '$lib/program';
import type { Instruction } from './lowering';

export function lowerEntry(): Instruction {
  return { op: OP.enter, arg: 0 };
}
