import type { CadenceEdge, EdgeId, NodeId } from '$lib/domain';
import type { Trail } from './walk';

/** Remembers which connection each step was last come by and left by. */
export class Footprints implements Trail {
  readonly cameBy = new Map<NodeId, EdgeId>();
  readonly leftBy = new Map<NodeId, EdgeId>();

  walked({ id, from, to }: CadenceEdge): void {
    this.leftBy.set(from, id);
    this.cameBy.set(to, id);
  }
}
