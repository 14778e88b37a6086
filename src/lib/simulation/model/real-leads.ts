import type { Arrivals, RealLead, Scalar } from '$lib/domain';
import type { ScenarioFault } from '../statistics/result';
import { checkFields } from './fields';
import type { SegmentModel } from './segments';

export type Fields = Readonly<Record<string, Scalar>>;

/** What is known of real leads beside when they arrive. */
export class RealLeads {
  readonly #segments: readonly SegmentModel[];
  readonly #leads: readonly RealLead[];
  /** Rows of the segments; -1: drawn. */
  readonly #rows: Int32Array;

  constructor(leads: readonly RealLead[], segments: readonly SegmentModel[]) {
    const rows = new Map(segments.map(({ id }, row) => [id, row]));
    this.#leads = leads;
    this.#segments = segments;
    this.#rows = Int32Array.from(leads, ({ segment }) =>
      segment === undefined ? -1 : (rows.get(segment) ?? -1)
    );
  }

  /** The row of its segment; -1: it is drawn. */
  segmentOf(index: number): number {
    return this.#rows[index] ?? -1;
  }

  /** Its fields over those of the segment that it belongs to. */
  fieldsOf(index: number, segment: number): Fields {
    return { ...this.#segments[segment]?.fields, ...this.#leads[index]?.fields };
  }
}

/** The real leads of a scenario; null where they are invented. What does not fit is added to `faults`. */
export function realLeadsOf(
  arrivals: Arrivals,
  segments: readonly SegmentModel[],
  known: ReadonlySet<string>,
  faults: ScenarioFault[]
): RealLeads | null {
  if (arrivals.type !== 'leads') return null;
  const ids = new Set(segments.map(({ id }) => id));
  arrivals.leads.forEach(({ fields, segment }, place) => {
    const path = `arrivals.leads[${place}]`;
    checkFields(fields, known, `${path}.fields`, faults);
    if (segment !== undefined && !ids.has(segment))
      faults.push({ path: `${path}.segment`, message: `there is no segment "${segment}"` });
  });
  return new RealLeads(arrivals.leads, segments);
}
