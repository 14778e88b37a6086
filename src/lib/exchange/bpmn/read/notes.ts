import { textOf, type Element } from '../moddle';

/** Something of a BPMN file that a cadence has no place for, or none of the same kind. */
export interface BpmnNote {
  /** What it is, in words: "Boundary event". */
  readonly element: string;
  readonly id: string;
  readonly name: string;
  readonly why: string;
  /** What was done with it. */
  readonly done: string;
}

/** More than anybody reads. */
const MOST = 500;

/** Collects what is to be told of one file. */
export class Notes {
  readonly #all: BpmnNote[] = [];
  #more = 0;

  get all(): readonly BpmnNote[] {
    return this.#all;
  }

  /** How many there are beyond those that are told. */
  get more(): number {
    return this.#more;
  }

  add(what: Element | { $type: string; id?: string; name?: string }, why: string, done: string) {
    if (this.#all.length >= MOST) {
      this.#more += 1;
      return;
    }
    const element = what as Element;
    this.#all.push({
      element: elementWords(element.$type),
      id: textOf(element, 'id'),
      name: textOf(element, 'name'),
      why,
      done
    });
  }
}

/** `bpmn:BoundaryEvent` as "Boundary event". */
export function elementWords(type: string): string {
  const words = type
    .replace(/^.*:/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
