import type {
  Author,
  CompletedEvent,
  EnrollmentKey,
  EventId,
  ExitResult,
  NodeId,
  Scalar,
  Slug,
  StepKey
} from '$lib/domain';
import type { EventParts } from '../history';

/** Something a device records, once it is known of which enrollment. */
export interface Act {
  readonly by: Device;
  parts(enrollment: EnrollmentKey): EventParts;
}

type More<K extends keyof CompletedEvent> = Partial<Pick<CompletedEvent, K>>;

/** One device of one person (or of a system), and what can be recorded on it. */
export class Device {
  readonly author: Author;

  constructor(user: string, replica = 'k3j9x2m4ab') {
    this.author = `${user}.${replica}`;
  }

  completes(
    step: StepKey,
    disposition?: Slug,
    more: More<'fields' | 'checklist' | 'until' | 'note'> = {}
  ): Act {
    const outcome = disposition === undefined ? {} : { disposition };
    return this.#act((enrollment) => ({
      kind: 'completed',
      enrollment,
      step,
      ...outcome,
      ...more
    }));
  }

  skips(step: StepKey, reason = 'Not needed'): Act {
    return this.#act((enrollment) => ({ kind: 'skipped', enrollment, step, reason }));
  }

  approves(step: StepKey): Act {
    return this.#act((enrollment) => ({ kind: 'approved', enrollment, step }));
  }

  refuses(step: StepKey, reason = 'Not like this'): Act {
    return this.#act((enrollment) => ({ kind: 'refused', enrollment, step, reason }));
  }

  moves(to: NodeId, move?: Slug, checklist?: readonly string[]): Act {
    const named = move === undefined ? {} : { move };
    const ticked = checklist === undefined ? {} : { checklist };
    return this.#act((enrollment) => ({ kind: 'moved', enrollment, to, ...named, ...ticked }));
  }

  takesOut(result: ExitResult): Act {
    return this.#act((enrollment) => ({ kind: 'exited', enrollment, result }));
  }

  /** An event of this device's own, recorded by mistake. */
  takesBack(ref: EventId): Act {
    return this.#act(() => ({ kind: 'corrected', ref }));
  }

  resolves(step: StepKey, chosen: EventId): Act {
    return this.#act((enrollment) => ({ kind: 'resolved', enrollment, step, chosen }));
  }

  /** Of the lead, not of one enrollment, unless a step is named. */
  signals(signal: Slug, step?: StepKey): Act {
    return this.#act((enrollment) =>
      step === undefined ? { kind: 'signal', signal } : { kind: 'signal', signal, enrollment, step }
    );
  }

  sets(field: Slug, value: Scalar): Act {
    return this.#act(() => ({ kind: 'set', field, value }));
  }

  #act(parts: Act['parts']): Act {
    return { by: this, parts };
  }
}
