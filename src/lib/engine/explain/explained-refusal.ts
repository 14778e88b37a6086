import type { Program, ProgramRequirement } from '$lib/program';
import type { ExplainedRefusal, HelpfulAction } from '../explanation';
import type { Progress, Refusal, Unmet } from '../refusal';
import type { RunState } from '../state';
import { taskAt } from '../tables';
import { plainName, splitStep } from './names';
import { quickWalk, type Goal, type Walk } from './quick-walk';
import { sayRefusal } from './refusal-words';

/** A refusal with its sentence, what would help, and from when it can be. */
export function explainRefusal(
  refusal: Refusal,
  subject: string,
  program: Program,
  state: RunState,
  now: number,
  step: number | null = null
): ExplainedRefusal {
  const goal = goalOf(program, refusal.unmet);
  const helpers = helpersOf(program, refusal);
  const tasks = step === null ? helpers : [...helpers, step];
  const walk = quickWalk(program, state, now, { goals: goal ? [goal] : [], tasks });
  const earliest = earliestOf(refusal, goal, walk, now, step);
  const actions = helpers
    .filter((pc) => walk.opens(pc) !== null || state.visits[pc] === 0)
    .map((pc) => actionOf(program, pc, walk));
  const sentence = sayRefusal(refusal, { program, subject, actions, earliest });
  return { ...refusal, sentence, actions, earliest };
}

/** A refusal that no run stands behind: at enrollment, or of what does not exist. */
export function bareRefusal(
  refusal: Refusal,
  subject: string,
  program: Program | null
): ExplainedRefusal {
  const { from: earliest } = refusal;
  const sentence = sayRefusal(refusal, { program, subject, actions: [], earliest });
  return { ...refusal, sentence, actions: [], earliest };
}

function earliestOf(
  { code, from, unmet }: Refusal,
  goal: Goal | null,
  walk: Walk,
  now: number,
  step: number | null
): number | null {
  if (code === 'notOpen' && step !== null) return walk.opens(step);
  if (code === 'incomplete') return now;
  if (code !== 'requirements') return from;
  // What is not a condition – ticks, fields – can be seen to at once.
  if (goal === null) return unmet.every(isAtHand) ? now : null;
  return walk.earliest(goal);
}

function isAtHand({ source }: Unmet): boolean {
  return source === 'checklist' || source === 'field';
}

/** The requirements behind what is unmet; null: there are none. */
function goalOf(program: Program, unmet: readonly Unmet[]): Goal | null {
  const all = new Map<string, ProgramRequirement>();
  const known = [
    ...program.guards,
    ...program.moves.map(({ requirements }) => requirements),
    program.rules.flatMap(({ requirement }) => requirement ?? [])
  ];
  for (const each of known.flat()) all.set(keyOf(each), each);
  const goal = unmet.flatMap((each) => all.get(keyOf(each)) ?? []);
  return goal.length > 0 ? goal : null;
}

function keyOf({ source, id, text }: Pick<Unmet, 'source' | 'id' | 'text'>): string {
  return JSON.stringify([source, id, text]);
}

/** Instructions whose tasks would help: those that serve what is unmet, or those that come first. */
function helpersOf(program: Program, { unmet, open }: Refusal): readonly number[] {
  const first = open.map((key) => program.nodes.indexOf(splitStep(key).node));
  const pcs = new Set([...unmet.flatMap((each) => serversOf(program, each)), ...first]);
  return [...pcs].filter((pc) => pc >= 0).sort((a, b) => a - b);
}

/** Of the steps that serve a requirement, those that serve what is missing of it. */
function serversOf(program: Program, { servedBy, progress }: Unmet): readonly number[] {
  const missing = progress.filter(({ met }) => !met);
  return servedBy
    .map((node) => program.nodes.indexOf(node))
    .filter((pc) => missing.length === 0 || missing.some((each) => serves(program, pc, each)));
}

function serves(program: Program, pc: number, { fact }: Progress): boolean {
  switch (fact.type) {
    case 'count':
      return fact.channel === null || taskAt(program, pc).channel === fact.channel;
    case 'done':
    case 'stepDisposition':
    case 'visits':
      return fact.pc === pc;
    default:
      return true;
  }
}

function actionOf(program: Program, pc: number, walk: Walk): HelpfulAction {
  return {
    node: program.nodes[pc] ?? '',
    name: plainName(program, pc),
    earliest: walk.opens(pc)
  };
}
