import {
  hlcOf,
  versionOf,
  type Cadence,
  type CadenceFile,
  type EnrollmentKey,
  type EventId,
  type Instant,
  type LeadEvent,
  type LeadId,
  type NodeId,
  type Publication,
  type Scalar,
  type Slug
} from '$lib/domain';
import type {
  Attempt,
  Enrollment,
  Explanation,
  LeadRequest,
  LeadState,
  Verdict
} from '$lib/worker/protocol';
import type { Act, Device } from './device';
import { computeHost } from './host';
import { instantIn, localIn } from './local-time';

export interface StoryOptions {
  readonly fields?: Readonly<Record<Slug, Scalar>>;
  /** Last digits of the lead's id: other leads go other ways of a split. */
  readonly lead?: string;
  /** The lead that named this one. */
  readonly referredBy?: LeadId;
  /** Cadences at hand besides those of the file. */
  readonly others?: readonly Cadence[];
  readonly publications?: readonly Publication[];
}

/**
 * A lead and what devices recorded of it, told in the wall-clock time of its first cadence. Devices
 * know of each other at once, but for those that are offline. All that is asked goes to the worker's host.
 */
export class Story {
  readonly cadence: Cadence;
  readonly events: LeadEvent[] = [];
  readonly #host = computeHost();
  readonly #cadences: readonly Cadence[];
  readonly #options: StoryOptions;
  /** What a device that is offline knows of. */
  readonly #offline = new Map<Device, LeadEvent[]>();
  #counter = 0;

  constructor(file: CadenceFile, options: StoryOptions = {}) {
    this.cadence = file.cadence;
    this.#cadences = [
      file.cadence,
      ...file.linked.map(({ cadence }) => cadence),
      ...(options.others ?? [])
    ];
    this.#options = options;
  }

  /** Key of the n-th enrollment in one of the cadences, by its name. */
  key(n = 1, cadence: string = this.cadence.name): EnrollmentKey {
    const found = this.#cadences.find(({ name }) => name === cadence);
    if (!found) throw new Error(`no cadence ${cadence} in this story`);
    return `${found.id}~${n}`;
  }

  at(local: string): Instant {
    return instantIn(this.cadence.calendar.tz, local);
  }

  local(at: Instant): string {
    return localIn(this.cadence.calendar.tz, at);
  }

  /** The lead is enrolled in the story's own cadence, as it is published now or in this version. */
  enrolls(local: string, by: Device, cadence = this.cadence, startAt?: NodeId): this {
    const parts = { kind: 'enrolled', cadence: cadence.id, version: versionOf(cadence) } as const;
    const start = startAt === undefined ? {} : { startAt };
    return this.on(local, { by, parts: (enrollment) => ({ ...parts, ...start, enrollment }) });
  }

  on(local: string, { by, parts }: Act, enrollment = this.key()): this {
    const known = this.#offline.get(by) ?? this.events;
    const t = hlcOf(this.at(local), this.#counter++);
    const builtOn = new Set(known.flatMap(({ parents }) => parents));
    const event: LeadEvent = {
      engine: 1,
      ...parts(enrollment),
      id: `${by.author}.${t}`,
      t,
      author: by.author,
      parents: known.map(({ id }) => id).filter((id) => !builtOn.has(id))
    };
    this.#offline.get(by)?.push(event);
    this.events.push(event);
    return this;
  }

  /** From now on the device knows what it records itself, and nothing else. */
  goesOffline(...devices: readonly Device[]): this {
    for (const device of devices) this.#offline.set(device, [...this.events]);
    return this;
  }

  comesBack(...devices: readonly Device[]): this {
    for (const device of devices) this.#offline.delete(device);
    return this;
  }

  /** Id of the newest event. */
  get last(): EventId {
    return this.events.at(-1)?.id ?? '';
  }

  state(local: string, by?: Device): Promise<LeadState> {
    return this.#host.fold(this.#request(local, by));
  }

  async run(local: string, key = this.key(), by?: Device): Promise<Enrollment> {
    const { enrollments } = await this.state(local, by);
    const found = enrollments.find((one) => one.key === key);
    if (!found) throw new Error(`no enrollment ${key} at ${local}`);
    return found;
  }

  /** Step keys of the tasks that can be done at this time. */
  async open(local: string, key?: EnrollmentKey, by?: Device): Promise<readonly string[]> {
    const { tasks } = await this.run(local, key, by);
    return tasks.filter(({ opens }) => opens <= this.at(local)).map(({ step }) => step);
  }

  why(local: string): Promise<readonly Explanation[]> {
    return this.#host.explain(this.#request(local));
  }

  may(local: string, attempt: Attempt, by?: Device): Promise<Verdict> {
    return this.#host.attempt(this.#request(local, by), attempt);
  }

  #request(local: string, by?: Device): LeadRequest {
    const { fields = {}, lead = '01', referredBy, publications } = this.#options;
    return {
      lead: {
        id: `01kdxv4h0000000000000000${lead}`,
        fields,
        ...(referredBy === undefined ? {} : { referredBy })
      },
      events: (by && this.#offline.get(by)) ?? this.events,
      cadences: this.#cadences,
      ...(publications ? { publications } : {}),
      now: this.at(local)
    };
  }
}
