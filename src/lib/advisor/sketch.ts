import type {
  CadenceEdge,
  CadenceNode,
  Duration,
  NodeId,
  Parameter,
  SignalAssumption,
  StepAssumption
} from '$lib/domain';

/** A choice that was made for the manager, and why. */
export interface Choice {
  readonly what: string;
  readonly why: string;
}

/** The port of a step that goes on from here. */
export interface Loose {
  readonly from: NodeId;
  readonly port: string;
}

/** A cadence while it is being proposed: steps, ways, assumptions and the reasons for them. */
export class Sketch {
  readonly nodes: CadenceNode[] = [];
  readonly edges: CadenceEdge[] = [];
  readonly parameters: Parameter[] = [];
  readonly steps: Record<NodeId, StepAssumption> = {};
  readonly signals: SignalAssumption[] = [];
  readonly choices: Choice[] = [];

  add(node: CadenceNode, assumption?: StepAssumption): NodeId {
    this.nodes.push(node);
    if (assumption) this.steps[node.id] = assumption;
    return node.id;
  }

  /** Leads every loose way there. */
  lead(ways: readonly Loose[], to: NodeId): void {
    for (const { from, port } of ways) {
      this.edges.push({ id: `e${this.edges.length + 1}`, from, port, to });
    }
  }

  /** A gap that can be changed in one place. */
  gap(id: string, name: string, duration: Duration): { readonly parameter: string } {
    this.parameters.push({ id, name, duration });
    return { parameter: id };
  }

  /** Puts another sketch's steps, ways and reasons behind these; ids must be apart. */
  append(other: Sketch): void {
    this.nodes.push(...other.nodes);
    this.parameters.push(...other.parameters);
    for (const { from, port, to } of other.edges) this.lead([{ from, port }], to);
    Object.assign(this.steps, other.steps);
    this.signals.push(...other.signals);
    this.choices.push(...other.choices);
  }

  choose(what: string, why: string): void {
    this.choices.push({ what, why });
  }
}
