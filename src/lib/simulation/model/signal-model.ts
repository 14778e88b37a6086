import type { SignalAssumption } from '$lib/domain';
import { hashText } from '$lib/engine';
import { OP, type Program } from '$lib/program';
import { delayOf } from './cadence-model';
import type { DelayModel } from '../chance/delay';
import type { ScenarioFault } from '../statistics/result';

/** A signal that may come of a step, or of a lead by itself. */
export interface SignalModel {
  readonly signal: string;
  /** The place of its draws. */
  readonly key: number;
  readonly chance: number;
  readonly delay: DelayModel;
  /** It says that the touch of `afterPc` did not arrive. */
  readonly bounces: boolean;
  /** Instruction it may come of; -1: once a lead, from its arrival. */
  readonly afterPc: number;
}

/** The signal that takes the touch before it back. */
const BOUNCE = 'bounce';

/** What is done with a signal that no cadence listens to: a host in which cadences change leaves it out. */
export type Unheard = 'refused' | 'leftOut';

/** The signals of a scenario; what does not fit is added to `faults`. The first cadence is simulated. */
export function signalsOf(
  programs: readonly [Program, ...Program[]],
  assumed: readonly SignalAssumption[],
  unheard: Unheard,
  faults: ScenarioFault[]
): readonly SignalModel[] {
  const [program] = programs;
  const found: SignalModel[] = [];
  const before = new Map<string, number>();
  assumed.forEach((each, place) => {
    const { signal, chance, after, delay } = each;
    const path = `signals[${place}]`;
    const isHeard = listens(each, programs);
    const isKnown = after === undefined || program.nodes.includes(after);
    if (!isHeard && isKnown && unheard === 'leftOut') return;
    if (!isHeard && (isKnown || signal !== BOUNCE))
      faults.push({
        path: `${path}.signal`,
        message: `nothing in the cadence, or in a linked one, listens to "${signal}"`
      });
    if (!(chance >= 0 && chance <= 1))
      faults.push({ path: `${path}.chance`, message: 'must be from 0 to 1' });
    const afterPc = after === undefined ? -1 : program.nodes.indexOf(after);
    if (after !== undefined && !canBeLeft(program, afterPc))
      faults.push({ path: `${path}.after`, message: `no lead goes on from "${after}"` });
    const drawn = delayOf(delay, `${path}.delay`, faults);
    const name = `${after ?? ''} ${signal}`;
    // Two of the same kind have draws of their own, and neither depends on its place in the list.
    const twin = before.get(name) ?? 0;
    before.set(name, twin + 1);
    if (!drawn) return;
    const bounces = takesBack(each, program);
    const key = hashText(`${name} ${twin}`);
    found.push({ signal, key, chance, delay: drawn, bounces, afterPc });
  });
  return found;
}

function listens(assumed: SignalAssumption, programs: readonly [Program, ...Program[]]): boolean {
  const heard = programs.some(({ signals }) => signals.includes(assumed.signal));
  return heard || takesBack(assumed, programs[0]);
}

function takesBack({ signal, after }: SignalAssumption, program: Program): boolean {
  if (signal !== BOUNCE || after === undefined) return false;
  return program.op[program.nodes.indexOf(after)] === OP.task;
}

function canBeLeft(program: Program, pc: number): boolean {
  return pc >= 0 && (program.firstPort[pc] ?? 0) < (program.firstPort[pc + 1] ?? 0);
}
