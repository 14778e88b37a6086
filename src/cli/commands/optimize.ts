import { CalendarCache } from '$lib/compiler';
import { optimizerOf, type OptimizerSettings, type OptimizerState } from '$lib/simulation';
import { fail, ok, type Result } from '$lib/util';
import type { Arguments } from '../command';
import type { Command } from '../command';
import { readText } from '../inputs/cadence-file';
import { readDimensions, standing } from '../inputs/dimensions';
import { readConstraints, readGoal } from '../inputs/goal';
import { prepare } from '../inputs/subject';
import type { Subject } from '../subject';
import { builderOf, variantOf } from '../inputs/variant';
import { DONE, badInput, oneFile, refuse, type Refusal } from '../refusal';
import { optimumReport } from '../report/optimum';
import { runExperiment } from '../run/experiment';
import type { Terminal } from '../terminal';

/** The best settings of named times and figures. */
export const optimize: Command = {
  option: 'optimize',
  forms: {
    optimize: { type: 'string', multiple: true },
    goal: { type: 'string' },
    max: { type: 'boolean' },
    min: { type: 'boolean' },
    'subject-to': { type: 'string', multiple: true },
    candidates: { type: 'string' },
    resume: { type: 'string' }
  },
  help: `Optimized
  --optimize CHOICES  what may be chosen, like "gap1=1..5 bd,gap2=1|2|4 bd,people.reps.count=2..6": named
                      times of the cadence, and figures of the scenario by their path
  --goal METRIC       success (default), touches, elapsed, cycle, firstResponse, effort, waiting, cost,
                      value, profit, a result like won, exit:NODE, utilization:GROUP, or p10, p25, p50,
                      p75, p90, p95 of elapsed, cycle, firstResponse, like "elapsed p90"
  --max, --min        as much or as little of it as can be (default: what is better)
  --subject-to TEXT   what must hold, like "touches<=5", "elapsed p90<=20 d", "utilization:reps<=85 %";
                      may be given many times
  --candidates N      try about so many choices at first (default: 64)
  --resume FILE       go on from what --json printed when the budget was used up
`,
  run
};

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const began = terminal.now();
  const subject = prepare(args, terminal);
  if (!subject.ok) return refuse(subject.error, terminal);
  const optimizer = readOptimizer(args, subject.value, terminal);
  if (!optimizer.ok) return refuse(optimizer.error, terminal);
  const result = await runExperiment(optimizer.value, args, terminal);
  const { name } = subject.value.file.cadence;
  terminal.print(
    args.output === 'text'
      ? optimumReport(name, result, terminal.now() - began)
      : `${JSON.stringify(result.complete ? result : { ...result, state: optimizer.value.state }, null, 2)}\n`
  );
  return DONE;
}

function readOptimizer(args: Arguments, subject: Subject, terminal: Terminal) {
  const settings = readSettings(args, subject);
  if (!settings.ok) return settings;
  const calendars = new CalendarCache();
  const start = variantOf(subject, calendars);
  if (!start.ok) return start;
  const state = readState(args, terminal);
  if (!state.ok) return state;
  const optimizer = optimizerOf(settings.value, builderOf(subject, calendars), {
    values: standing(settings.value.space, subject),
    ...(state.value ? { state: state.value } : {})
  });
  return optimizer.ok ? optimizer : fail(badInput('This cannot be optimized:', optimizer.error));
}

function readSettings(args: Arguments, subject: Subject): Result<OptimizerSettings, Refusal> {
  const { values, others } = args;
  if (others.length > 0) return fail(oneFile(others));
  const space = readDimensions(values['optimize'] as readonly string[], subject);
  if (!space.ok) return space;
  const goal = readGoal(args);
  if (!goal.ok) return goal;
  const constraints = readConstraints((values['subject-to'] ?? []) as readonly string[]);
  if (!constraints.ok) return constraints;
  const candidates = values['candidates'];
  return ok({
    space: space.value,
    goal: goal.value,
    constraints: constraints.value,
    ...(typeof candidates === 'string' ? { candidates: Number(candidates) } : {})
  });
}

/** The state that an earlier run was stopped in; null: it begins anew. */
function readState(
  { values }: Arguments,
  terminal: Terminal
): Result<OptimizerState | null, Refusal> {
  const file = values['resume'];
  if (typeof file !== 'string') return ok(null);
  const text = readText(file, terminal);
  if (!text.ok) return text;
  try {
    const { state } = JSON.parse(text.value) as { readonly state?: OptimizerState };
    if (state?.format === 1) return ok(state);
  } catch {
    // Said below.
  }
  return fail(badInput(`${file} is not what --optimize printed when it was stopped.`));
}
