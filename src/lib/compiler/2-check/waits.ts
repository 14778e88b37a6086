import { WEEKDAYS, type Cadence, type LeadField, type WaitNode, type WaitUntil } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { changeCadence, withFix } from './fixes';

/** CMP-99 … CMP-102: a wait waits for something, and not for ever. */
export function checkWaits(resolved: ResolvedCadence): Diagnostic[] {
  return resolved.live.flatMap((node) => (node.kind === 'wait' ? checkWait(node, resolved) : []));
}

function checkWait(node: WaitNode, resolved: ResolvedCadence): Diagnostic[] {
  const { until } = node;
  const place = { node: node.id, field: 'until' };
  switch (until.type) {
    case 'event':
      return checkEvent(node, until);
    case 'weekday':
      if (until.days.length > 0) return [];
      return [
        diagnose(
          'wait-for-no-day',
          [nameOf(node)],
          withFix(place, workingDays(node, resolved.cadence))
        )
      ];
    case 'date': {
      const field = resolved.fields.get(until.field);
      if (!field || field.type === 'date') return [];
      const fix = makeDate(field, resolved);
      return [
        diagnose('not-a-date-field', [nameOf(node), field.name || field.id], withFix(place, fix))
      ];
    }
    case 'duration':
      return [];
  }
}

type EventWait = Extract<WaitUntil, { type: 'event' }>;

function checkEvent(node: WaitNode, until: EventWait): Diagnostic[] {
  const place = { node: node.id, field: 'until' };
  const { signals = [], condition, timeout } = until;
  const isEmpty = signals.length === 0 && Object.keys(condition ?? {}).length === 0;
  const limited = { ...until, timeout: { amount: 5, unit: 'businessDays' } } as const;
  const fix: QuickFix = {
    label: 'Wait for at most 5 business days',
    edit: { kind: 'updateNode', node: { ...node, until: limited } }
  };
  return [
    ...(timeout ? [] : [diagnose('wait-without-timeout', [nameOf(node)], { ...place, fix })]),
    ...(isEmpty ? [diagnose('wait-for-nothing', [nameOf(node)], place)] : [])
  ];
}

function workingDays(node: WaitNode, { calendar }: Cadence): QuickFix | null {
  const days = WEEKDAYS.filter((day) => (calendar.week[day] ?? []).length > 0);
  if (node.until.type !== 'weekday' || days.length === 0) return null;
  return {
    label: 'Wait for any working day',
    edit: { kind: 'updateNode', node: { ...node, until: { ...node.until, days } } }
  };
}

/** Only where no condition compares the field as what it is now. */
function makeDate(field: LeadField, { cadence, references }: ResolvedCadence): QuickFix | null {
  const uses = references.filter(({ type, id }) => type === 'field' && id === field.id);
  if (uses.some((use) => use.field !== 'until')) return null;
  const fields = cadence.fields.map(({ choices, ...rest }): LeadField => {
    if (rest.id === field.id) return { ...rest, type: 'date' };
    return choices ? { ...rest, choices } : rest;
  });
  return changeCadence(`Make “${field.name || field.id}” a date`, { fields });
}
