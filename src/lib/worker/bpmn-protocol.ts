/** What passes between the page and the worker that reads and writes BPMN. */
import type { CadenceFile, Fault } from '$lib/domain';
import type { BpmnReading } from '$lib/exchange';
import type { Result } from '$lib/util';

export type { BpmnNote, BpmnReading } from '$lib/exchange';

/** What a file that says little about itself is taken for. */
export interface BpmnHome {
  /** What a process without a name is called. */
  readonly name: string;
  /** IANA name of a time zone. */
  readonly tz: string;
  /** When simulations start, a local date-time. */
  readonly start: string;
}

/** What the worker does. */
export interface BpmnApi {
  /** Reads BPMN, whoever wrote it; whatever is wrong with it comes as faults or notes. */
  read(text: string, home: BpmnHome): Promise<Result<BpmnReading, readonly Fault[]>>;
  write(file: CadenceFile): Promise<string>;
}

/** The page's side: a worker for each file, since few are ever read. Rejects when it dies or takes too long. */
export type BpmnClient = BpmnApi;
