import type { ActionNode, Disposition, ExitResult, Slug } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { dispositionsRead, type DispositionsRead } from './dispositions-read';
import { connectEdit } from './fixes';

/** CMP-34, CMP-35: what matters about an outcome makes a difference; ways are for what is offered. */
export function checkDispositions(resolved: ResolvedCadence): Diagnostic[] {
  const readOf = dispositionsRead(resolved);
  return resolved.live.flatMap((node) =>
    node.kind === 'action'
      ? [...unhandled(node, resolved, readOf), ...notOffered(node, resolved)]
      : []
  );
}

function unhandled(
  node: ActionNode,
  resolved: ResolvedCadence,
  readOf: DispositionsRead
): Diagnostic[] {
  const decisive = (node.dispositions ?? [])
    .flatMap((id) => resolved.dispositions.get(id) ?? [])
    .filter((disposition) => isDecisive(disposition) && !node.routes?.includes(disposition.id));
  if (decisive.length === 0) return [];
  const read = readOf(node);
  return decisive
    .filter(({ id }) => !read.has(id))
    .map((disposition) => {
      const { id, name } = disposition;
      const place = { node: node.id, field: 'dispositions' };
      const fix = giveWay(node, disposition, resolved);
      return diagnose(
        'unhandled-disposition',
        [nameOf(node), name || id],
        fix ? { ...place, fix } : place
      );
    });
}

/** Whether a lead of whom this is known should not simply go on to the next step, and yet does. */
function isDecisive({ goal, optOut, sentiment, action }: Disposition): boolean {
  if (action !== 'advance' || optOut === true) return false;
  return goal === true || sentiment === 'negative';
}

function notOffered(node: ActionNode, resolved: ResolvedCadence): Diagnostic[] {
  return (node.routes ?? [])
    .filter((id) => !node.dispositions?.includes(id))
    .map((id) => {
      const name = resolved.dispositions.get(id)?.name || id;
      return diagnose('route-not-offered', [nameOf(node), name], {
        node: node.id,
        field: 'routes',
        fix: removeRoute(node, id, name, resolved)
      });
    });
}

/** A way for the disposition to the exit that speaks of the same, if there is one. */
function giveWay(
  node: ActionNode,
  disposition: Disposition,
  { cadence, exits }: ResolvedCadence
): QuickFix | null {
  const { id, name } = disposition;
  const exit = exitsFor(disposition)
    .map((result) => exits.find((one) => one.result === result))
    .find((one) => one !== undefined);
  if (!exit || cadence.edges.some(({ from, port }) => from === node.id && port === id)) return null;
  const routes = [...(node.routes ?? []), id];
  return {
    label: `Let “${name || id}” lead to ${nameOf(exit)}`,
    edit: {
      kind: 'batch',
      edits: [
        { kind: 'updateNode', node: { ...node, routes } },
        connectEdit(cadence, node.id, id, exit.id)
      ]
    }
  };
}

/** The results that an exit after such a disposition may have, likeliest first. */
function exitsFor({ goal, sentiment }: Disposition): readonly ExitResult[] {
  if (sentiment === 'negative') return ['notInterested', 'lost', 'disqualified', 'badData'];
  return goal === true ? ['qualified', 'meetingBooked', 'won', 'handedOver'] : [];
}

function removeRoute(
  node: ActionNode,
  route: Slug,
  name: string,
  { cadence }: ResolvedCadence
): QuickFix {
  const routes = (node.routes ?? []).filter((id) => id !== route);
  const edges = cadence.edges.filter(({ from, port }) => from === node.id && port === route);
  return {
    label: `Remove the way for “${name}”`,
    edit: {
      kind: 'batch',
      edits: [
        ...edges.map(({ id }) => ({ kind: 'disconnect', id }) as const),
        { kind: 'updateNode', node: { ...node, routes } }
      ]
    }
  };
}
