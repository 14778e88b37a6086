import type { BpmnModdle } from 'bpmn-moddle';
import type { Cadence } from '$lib/domain';
import type { Element } from '../moddle';

/** A BPMN document while it is being written. */
export class Draft {
  readonly cadence: Cadence;
  /** What stands beside the process: signals, messages, categories. */
  readonly roots: Element[] = [];
  readonly #moddle: BpmnModdle;
  readonly #signals = new Map<string, Element>();

  constructor(moddle: BpmnModdle, cadence: Cadence) {
    this.#moddle = moddle;
    this.cadence = cadence;
  }

  /** An element; properties without a value are left out. */
  make(type: string, properties: Readonly<Record<string, unknown>> = {}): Element {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined);
    return this.#moddle.create(type, Object.fromEntries(given));
  }

  /** The one element that stands for a signal. */
  signal(name: string): Element {
    const known = this.#signals.get(name);
    if (known) return known;
    const made = this.make('bpmn:Signal', { id: `signal-${name}`, name });
    this.#signals.set(name, made);
    this.roots.push(made);
    return made;
  }

  /** An expression in plain words or, as of durations, in a notation that BPMN names. */
  expression(body: string): Element {
    return this.make('bpmn:FormalExpression', { body });
  }
}
