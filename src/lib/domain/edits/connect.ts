import { edgeSchema } from '../schema/cadence';
import type { ConnectEdit } from './edit';
import {
  badPart,
  findEdge,
  findNode,
  inserted,
  refuse,
  titleOf,
  withCadence,
  type EditKind
} from './edit-kind';

export const connect: EditKind<ConnectEdit> = {
  apply(file, { edge, index }) {
    const bad = badPart(edgeSchema, edge);
    if (bad) return { ok: false, error: bad };
    if (findEdge(file, edge.id)) {
      return refuse('idTaken', `There is a connection “${edge.id}” already.`);
    }
    for (const end of [edge.from, edge.to]) {
      if (!findNode(file, end)) return refuse('unknownNode', `There is no step “${end}”.`);
    }
    return withCadence(file, { edges: inserted(file.cadence.edges, edge, index) });
  },

  invert: (_file, { edge }) => ({ kind: 'disconnect', id: edge.id }),

  label: (file, { edge }) => `Connect ${titleOf(file, edge.from)} to ${titleOf(file, edge.to)}`
};
