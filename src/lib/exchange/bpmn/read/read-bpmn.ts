import type { CadenceFile, CadenceId, Fault } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import { child, children, textOf, type Element } from '../moddle';
import { Notes, type BpmnNote } from './notes';
import type { BpmnOptions } from './options';
import { parseXml } from './parse-xml';
import { readProcess } from './read-process';
import { ownData } from './own-data';

export interface BpmnReading {
  /** One for each process. */
  readonly cadences: readonly CadenceFile[];
  /** What cadences have no place for, and what was done with it. */
  readonly notes: readonly BpmnNote[];
  /** How many notes there are beyond these. */
  readonly more: number;
}

/** Reads BPMN 2.0, whoever wrote it. Whatever is wrong with it comes as faults or notes. */
export async function readBpmn(
  text: string,
  options: BpmnOptions
): Promise<Result<BpmnReading, readonly Fault[]>> {
  const notes = new Notes();
  const parsed = await parseXml(text, notes);
  if (!parsed.ok) return parsed;
  const { definitions, boxes } = parsed.value;
  const roots = children(definitions, 'rootElements');
  const collaborations = roots.filter(({ $type }) => $type === 'bpmn:Collaboration');
  const participants = collaborations.flatMap((each) => children(each, 'participants'));
  const processes = roots.filter(
    (each) => each.$type === 'bpmn:Process' && children(each, 'flowElements').length > 0
  );
  if (processes.length === 0) {
    return fail([{ path: '', message: 'The file holds no process with steps in it.' }]);
  }
  if (processes.length > 1) {
    const what = {
      $type: 'process',
      id: '',
      name: processes
        .map((each) => textOf(each, 'name'))
        .filter(Boolean)
        .join(', ')
    };
    notes.add(
      what,
      `The file holds ${processes.length} processes.`,
      'Each became a cadence of its own.'
    );
  }
  for (const participant of participants) {
    if (child(participant, 'processRef')) continue;
    notes.add(participant, 'It has no steps of its own.', 'It was left out.');
  }
  for (const flow of collaborations.flatMap((each) => children(each, 'messageFlows'))) {
    notes.add(flow, 'Cadences tell each other things by signals.', 'It was left out.');
  }
  const named = namedApart(processes, options);
  const ids = new Map(processes.map((each, i) => [textOf(each, 'id'), named[i] ?? '']));
  const cadences: CadenceFile[] = [];
  for (const [i, process] of processes.entries()) {
    const id = named[i] ?? options.newId();
    const pool = participants.find((each) => child(each, 'processRef') === process);
    const name = textOf(process, 'name').trim() || textOf(pool ?? null, 'name').trim();
    const context = { id, boxes, notes, ids, options, name: name || options.name };
    const read = readProcess(process, context);
    if (!read.ok) return read;
    cadences.push(read.value);
  }
  return ok({ cadences, notes: notes.all, more: notes.more });
}

/** The cadence that each process becomes, in their order: the one it was, unless another of them was the same. */
function namedApart(processes: readonly Element[], options: BpmnOptions): readonly CadenceId[] {
  const taken = new Set<CadenceId>();
  return processes.map((process) => {
    const own = idOf(process);
    const id = own === null || taken.has(own) ? options.newId() : own;
    taken.add(id);
    return id;
  });
}

/** Its id as a cadence, when it was one before. */
function idOf(process: Element): CadenceId | null {
  const settings = ownData(process, 'cadenza:Cadence')?.['settings'];
  const id = (settings as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' && /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(id) ? id : null;
}
