import type { Fault } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import { child, children, moddle, type Element } from '../moddle';
import type { Box } from '../geometry';
import type { Boxes } from './collect';
import type { Notes } from './notes';

/** Characters; a process of thousands of steps needs a half of it. */
const MOST_CHARACTERS = 8_000_000;
/** More elements than anybody can see; reading them takes seconds. */
const MOST_ELEMENTS = 60_000;

export interface Document {
  readonly definitions: Element;
  readonly boxes: Boxes;
}

/** The document, or what keeps it from being one. */
export async function parseXml(
  text: string,
  notes: Notes
): Promise<Result<Document, readonly Fault[]>> {
  if (text.length > MOST_CHARACTERS) return refused('The file is too large to be read.');
  if (text.trim() === '') return refused('The file is empty.');
  // Definitions of entities can blow a small file up to any size. BPMN needs none.
  if (/<!DOCTYPE/i.test(text))
    return refused('It declares a document type, which no BPMN file does.');
  if (countTags(text) > MOST_ELEMENTS) return refused('It holds too many elements to be read.');
  try {
    const { rootElement, warnings } = await moddle().fromXML(text);
    for (const { message } of warnings) tell(message, notes);
    return ok({ definitions: rootElement, boxes: boxesIn(rootElement) });
  } catch (error) {
    return refused(wordsFor(error instanceof Error ? error.message : ''));
  }
}

function refused(message: string): Result<never, readonly Fault[]> {
  return fail([{ path: '', message }]);
}

function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (text.charAt(at + 1) !== '/') count += 1;
  }
  return count;
}

function wordsFor(message: string): string {
  if (/failed to parse document/.test(message)) return 'The file is XML, but not BPMN 2.0.';
  const line = /line: (\d+)/.exec(message)?.[1];
  const where = line === undefined ? '' : ` in line ${Number(line) + 1}`;
  if (/unclosed tag|unexpected end|missing end/.test(message)) {
    return `The file ends too early, or an element is not closed${where}.`;
  }
  return `The file is not XML that can be read${where && `: something is wrong${where}`}.`;
}

/** What the reader stumbled over. References to what is not there are told where they matter. */
function tell(message: string, notes: Notes): void {
  if (message.startsWith('unresolved reference')) return;
  const duplicate = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  const line = /line: (\d+)/.exec(message)?.[1];
  const where = line === undefined ? '' : ` in line ${Number(line) + 1}`;
  const what = { $type: 'element', id: duplicate ?? '', name: '' };
  const why =
    duplicate === undefined
      ? `Something${where} is not as BPMN has it.`
      : `Its id is used twice${where}.`;
  notes.add(what, why, 'It was left out.');
}

/** Where the first diagram draws each element. */
function boxesIn(definitions: Element): Boxes {
  const boxes = new Map<Element, Box>();
  for (const diagram of children(definitions, 'diagrams')) {
    const plane = child(diagram, 'plane');
    for (const shape of plane ? children(plane, 'planeElement') : []) {
      const element = child(shape, 'bpmnElement');
      const bounds = child(shape, 'bounds');
      if (!element || !bounds || boxes.has(element)) continue;
      const box = {
        x: Number(bounds['x']),
        y: Number(bounds['y']),
        width: Number(bounds['width'] ?? 0),
        height: Number(bounds['height'] ?? 0)
      };
      if (Object.values(box).every((value) => Math.abs(value) < 1e7)) boxes.set(element, box);
    }
  }
  return boxes;
}
