import { present } from '$lib/util';
import { delayInWords } from './delay-words';
import type { Program } from './program';
import type { SlaSpec, StageSpec, TaskSpec, VariantSpec } from './specs';

/** Everything of a task that is not as usual. */
export function taskInWords(program: Program, task: TaskSpec): string {
  return [
    task.channel,
    task.automatic ? 'automatic' : 'manual',
    ...(task.role === null ? [] : [`by ${task.role}`]),
    ...(task.hours < 0 ? [] : [`in hours ${task.hours}`]),
    ...timesInWords(task),
    ...repeatInWords(program, task),
    ...(task.dispositions.length === 0 ? [] : [`ends ${idsOf(program, task.dispositions)}`]),
    ...(task.continueWithoutCompletion ? ['goes on at once'] : []),
    ...dataInWords(task),
    ...checklistInWords(task.checklist),
    ...(task.variants.length === 0 ? [] : [`variants ${variantsInWords(task.variants)}`]),
    ...task.sla.map(slaInWords)
  ].join(', ');
}

function timesInWords({ due, autoSkipAfter, expireAfter }: TaskSpec): string[] {
  return [
    ...(due ? [`due in ${delayInWords(due)}`] : []),
    ...(autoSkipAfter ? [`skipped ${delayInWords(autoSkipAfter)} after due`] : []),
    ...(expireAfter ? [`expires in ${delayInWords(expireAfter)}`] : [])
  ];
}

function repeatInWords(program: Program, { repeat }: TaskSpec): string[] {
  if (!repeat) return [];
  const until = repeat.until.length === 0 ? '' : ` until ${idsOf(program, repeat.until)}`;
  return [`${repeat.times} times ${delayInWords(repeat.gap)} apart${until}`];
}

function dataInWords({ requiredFields, needs, missingData }: TaskSpec): string[] {
  return [
    ...(requiredFields.length === 0 ? [] : [`asks for ${requiredFields.join('|')}`]),
    ...(needs.length === 0 ? [] : [`needs ${needs.join('|')} else ${missingData}`])
  ];
}

function variantsInWords(variants: readonly VariantSpec[]): string {
  return variants
    .map(({ id, upTo }, row) => `${id} ${upTo - (variants[row - 1]?.upTo ?? 0)}`)
    .join('|');
}

function idsOf(program: Program, rows: readonly number[]): string {
  return rows.map((row) => present(program.dispositions[row], 'disposition').id).join('|');
}

/** `tick offer!|photo`: the mandatory ones with an exclamation mark. */
export function checklistInWords(items: StageSpec['checklist']): string[] {
  const ids = items.map(({ id, mandatory }) => (mandatory ? `${id}!` : id));
  return ids.length === 0 ? [] : [`tick ${ids.join('|')}`];
}

export function slaInWords({ id, after, action, role, to }: SlaSpec): string {
  const whom = role === null ? '' : ` ${role}`;
  return `limit ${id} after ${delayInWords(after)} ${action}${whom}${to < 0 ? '' : ` to ${to}`}`;
}
