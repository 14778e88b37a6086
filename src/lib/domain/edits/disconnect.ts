import { present } from '$lib/util';
import type { DisconnectEdit } from './edit';
import { findEdge, refuse, titleOf, withCadence, type EditKind } from './edit-kind';

export const disconnect: EditKind<DisconnectEdit> = {
  apply(file, { id }) {
    if (!findEdge(file, id)) return refuse('unknownEdge', `There is no connection “${id}”.`);
    return withCadence(file, { edges: file.cadence.edges.filter((edge) => edge.id !== id) });
  },

  invert({ cadence }, { id }) {
    const index = cadence.edges.findIndex((edge) => edge.id === id);
    return { kind: 'connect', edge: present(cadence.edges[index], `edge ${id}`), index };
  },

  label(file, { id }) {
    const edge = findEdge(file, id);
    if (!edge) return 'Disconnect';
    return `Disconnect ${titleOf(file, edge.from)} from ${titleOf(file, edge.to)}`;
  }
};
