import { fail, type Result } from '$lib/util';
import type { LeadEvent } from '../event';
import type { Fault } from '../fault';
import { eventSchema } from '../schema/event';
import { check } from './parse-cadence';
import { walk } from './walk';

/** Reads one event from data that came from elsewhere. The result is fresh. */
export function parseLeadEvent(value: unknown): Result<LeadEvent, readonly Fault[]> {
  const unsafe = walk(value);
  return unsafe ? fail([unsafe]) : check(eventSchema, value);
}
