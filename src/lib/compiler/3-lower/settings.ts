import type { Program, ProgramDisposition } from '$lib/program';
import { present } from '$lib/util';
import { lowerContact } from './contact';
import { entrySpec } from './entry';
import { lowerHandlers } from './handlers';
import type { Lowering } from './lowering';
import { lowerMoves } from './moves';
import { lowerRules } from './rules';
import { lowerTouchLimits, lowerVerdictWithin } from './touch-limits';

type Settings = Pick<
  Program,
  | 'entry'
  | 'dispositions'
  | 'signals'
  | 'handlers'
  | 'moves'
  | 'rules'
  | 'touchLimits'
  | 'verdictWithin'
  | 'exclusivity'
  | 'contact'
  | 'fields'
  | 'roles'
>;

/** Everything of a program that belongs to no single step. */
export function lowerSettings(lowering: Lowering): Settings {
  const { resolved, signals } = lowering;
  const { cadence } = resolved;
  return {
    entry: entrySpec(present(resolved.entry, 'the entry'), lowering),
    dispositions: cadence.dispositions.map((one) => dispositionSpec(one, lowering)),
    signals,
    handlers: lowerHandlers(lowering),
    moves: lowerMoves(lowering),
    rules: lowerRules(lowering),
    touchLimits: lowerTouchLimits(lowering),
    verdictWithin: lowerVerdictWithin(lowering),
    exclusivity: cadence.exclusivity ?? 'none',
    contact: lowerContact(lowering),
    fields: cadence.fields.map(({ id, name, type }) => ({ id, name, type })),
    roles: cadence.roles.map(({ id, name }) => ({ id, name }))
  };
}

function dispositionSpec(
  one: Lowering['resolved']['cadence']['dispositions'][number],
  { delay }: Lowering
): ProgramDisposition {
  return {
    id: one.id,
    name: one.name,
    answered: one.answered,
    sentiment: one.sentiment,
    action: one.action,
    after: one.after ? delay(one.after) : null,
    goal: one.goal === true,
    optOut: one.optOut === true,
    missed: one.missed === true
  };
}
