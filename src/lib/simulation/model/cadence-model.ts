import type { CompiledCalendar } from '$lib/calendar';
import type {
  Distribution,
  DrawnDelay,
  NodeId,
  OutcomeChance,
  Segment,
  StepAssumption
} from '$lib/domain';
import { NO_DISPOSITION, hashText } from '$lib/engine';
import { OP, type Program } from '$lib/program';
import { choiceOf, type Choice } from '../chance/choice';
import type { DelayModel } from '../chance/delay';
import { tableOf, type QuantileTable } from '../chance/quantile-table';
import type { ScenarioFault } from '../statistics/result';

/** The outcome of an approval that is refused: no disposition of a cadence has this id. */
const REFUSED_OUTCOME = 'refused';
/** The same in the tables, where dispositions are rows of the program. */
export const REFUSED = -2;

/** Chances may miss 1 by this much: they are typed by people in per cent. */
const CHANCE_SLACK = 1e-9;

/** What is assumed of one instruction. */
export interface StepModel {
  /** The place of its draws. */
  readonly key: number;
  /** One a segment, of rows of the program's dispositions; null: always "done, no disposition". */
  readonly outcomes: readonly Choice[] | null;
  /** Minutes. */
  readonly effort: QuantileTable | null;
  readonly delay: DelayModel | null;
  /** It is gone into so much later; a task is begun, and a wait left, so much later. */
  readonly entersLate: boolean;
  /** Working hours of those who do it, on which its delay runs. */
  readonly hours: CompiledCalendar;
  /** It is given or refused, not completed. */
  readonly isApproval: boolean;
  /** Only people who have it may do it; null: everybody of the role. */
  readonly skill: string | null;
  readonly priority: number;
  /** Money a touch costs, beside people's time. */
  readonly cost: number;
  /** Items of its checklist: people tick them all. */
  readonly checklist: readonly string[];
}

/** One cadence and what is assumed of its steps. */
export interface CadenceModel {
  readonly program: Program;
  readonly steps: readonly StepModel[];
  /** Whether the engine has to be told how late some step is: tasks and waits for a time are planned. */
  readonly late: boolean;
  /** Tasks that people must have done by some instant: 1, by instruction. What goes by itself is never late. */
  readonly timed: Uint8Array;
}

interface Assumptions {
  readonly program: Program;
  readonly assumed: Readonly<Record<NodeId, StepAssumption>>;
  readonly segments: readonly Segment[];
  /** Where the assumptions stand in the scenario. */
  readonly path: string;
  /** What tells its draws from those of other cadences. */
  readonly realm: string;
}

/** The model of one cadence; what does not fit is added to `faults`. */
export function cadenceModelOf(from: Assumptions, faults: ScenarioFault[]): CadenceModel {
  const { program, assumed } = from;
  for (const node of Object.keys(assumed))
    if (!program.nodes.includes(node))
      faults.push({
        path: `${from.path}.${node}`,
        message: 'the cadence has no such step, or no lead comes to it'
      });
  const steps = program.nodes.map((node, pc) =>
    stepOf(from, Object.hasOwn(assumed, node) ? assumed[node] : undefined, pc, faults)
  );
  const late = steps.some(
    ({ delay }, pc) => delay !== null && program.op[pc] !== OP.task && !restsAlways(program, pc)
  );
  const timed = program.op.map((op, pc) => {
    const task = op === OP.task ? program.tasks[program.arg[pc] ?? 0] : undefined;
    return task?.due && !task.automatic ? 1 : 0;
  });
  return { program, steps, late, timed };
}

function stepOf(
  from: Assumptions,
  assumed: StepAssumption = {},
  pc: number,
  faults: ScenarioFault[]
): StepModel {
  const { program } = from;
  const node = program.nodes[pc] ?? '';
  const path = `${from.path}.${node}`;
  const op = program.op[pc];
  const arg = program.arg[pc] ?? 0;
  const task = op === OP.task ? program.tasks[arg] : undefined;
  const stage = op === OP.stage ? program.stages[arg] : undefined;
  const { cost = 0, priority = 0 } = assumed;
  if (!task && (assumed.outcomes || assumed.effort || assumed.skill || priority || cost))
    faults.push({ path, message: 'only actions have outcomes, effort, skill, priority and cost' });
  if (!(cost >= 0)) faults.push({ path: `${path}.cost`, message: 'must not be negative' });
  return {
    key: hashText(from.realm + node),
    outcomes: task ? outcomesOf(from, assumed, pc, `${path}.outcomes`, faults) : null,
    effort: assumed.effort ? drawn(assumed.effort, `${path}.effort`, faults) : null,
    delay: assumed.delay ? delayOf(assumed.delay, `${path}.delay`, faults) : null,
    entersLate: assumed.delay !== undefined && op !== OP.task && op !== OP.wait,
    hours: program.calendars[task?.hours ?? -1] ?? program.calendar,
    isApproval: task?.channel === 'approval',
    skill: assumed.skill ?? null,
    priority: assumed.priority ?? 0,
    cost: assumed.cost ?? 0,
    checklist: (task ?? stage)?.checklist.map(({ id }) => id) ?? []
  };
}

/** Whether it is a wait that always rests until its time; one for a date or an event may be over already. */
function restsAlways(program: Program, pc: number): boolean {
  if (program.op[pc] !== OP.wait) return false;
  const type = program.waits[program.arg[pc] ?? 0]?.type;
  return type === 'duration' || type === 'weekday';
}

function drawn(
  distribution: Distribution,
  path: string,
  faults: ScenarioFault[]
): QuantileTable | null {
  const made = tableOf(distribution);
  if (typeof made !== 'string') return made;
  faults.push({ path, message: made });
  return null;
}

/** The model of a drawn delay; null, with a fault added, where its figures make no sense. */
export function delayOf(
  { distribution, unit }: DrawnDelay,
  path: string,
  faults: ScenarioFault[]
): DelayModel | null {
  const table = drawn(distribution, path, faults);
  return table && { table, unit };
}

function outcomesOf(
  { program, segments }: Assumptions,
  { outcomes = [] }: StepAssumption,
  pc: number,
  path: string,
  faults: ScenarioFault[]
): readonly Choice[] | null {
  if (outcomes.length === 0) return null;
  const dispositions = outcomes.map(({ disposition }, place) => {
    const index = outcomeIndex(program, pc, disposition);
    if (index === NO_DISPOSITION)
      faults.push({
        path: `${path}[${place}]`,
        message: `the step does not offer "${disposition}"`
      });
    return index;
  });
  outcomes.forEach(({ bySegment = {} }, place) => {
    for (const segment of Object.keys(bySegment))
      if (!segments.some(({ id }) => id === segment))
        faults.push({
          path: `${path}[${place}].bySegment.${segment}`,
          message: `there is no segment "${segment}"`
        });
  });
  const ids = segments.length === 0 ? [undefined] : segments.map(({ id }) => id);
  return ids.map((id) => {
    const chances = outcomes.map((outcome) => chanceOf(outcome, id));
    const sum = chances.reduce((before, chance) => before + chance, 0);
    if (chances.some((chance) => !(chance >= 0)) || !(sum <= 1 + CHANCE_SLACK))
      faults.push({ path, message: 'chances must be 0 or more and sum to 1 at most' });
    return choiceOf(chances, dispositions, NO_DISPOSITION);
  });
}

function outcomeIndex(program: Program, pc: number, outcome: string): number {
  const task = program.tasks[program.arg[pc] ?? 0];
  if (task?.channel === 'approval') return outcome === REFUSED_OUTCOME ? REFUSED : NO_DISPOSITION;
  const index = program.dispositions.findIndex(({ id }) => id === outcome);
  return task?.dispositions.includes(index) ? index : NO_DISPOSITION;
}

function chanceOf(outcome: OutcomeChance, segment: string | undefined): number {
  const own = segment === undefined ? undefined : outcome.bySegment?.[segment];
  return own ?? outcome.chance;
}
