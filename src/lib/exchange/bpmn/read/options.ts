import type { CadenceId } from '$lib/domain';

export interface BpmnOptions {
  newId(): CadenceId;
  /** What a process without a name is called. */
  readonly name: string;
  /** Of calendars and scenarios that the file does not bring. */
  readonly tz?: string;
  readonly start?: string;
}
