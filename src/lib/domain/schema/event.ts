import * as v from 'valibot';
import { SENTIMENTS } from '../disposition';
import type { LeadEvent } from '../event';
import { CHANNELS } from '../kinds/action';
import { EXIT_RESULTS } from '../kinds/exit';
import { bySlug, positive, scalar, slug, text, ulid, versionId, whole } from './scalars';
import { list, shape, type Schema } from './shapes';

const HLC = '[0-9a-v]{9}-[0-9a-z]{4}';
const AUTHOR = '[a-z0-9_-]{1,64}\\.[a-z0-9]{1,32}';

const hlc = matching(HLC, 'must be a clock reading like 1k80dsial-0000');
const author = matching(AUTHOR, 'must be <user>.<replica>');
const eventId = matching(`${AUTHOR}\\.${HLC}`, 'must be <user>.<replica>.<clock reading>');
const enrollment = matching(
  '[0-7][0-9a-hjkmnp-tv-z]{25}~[1-9]\\d{0,8}',
  'must be <cadence id>~<number>'
);
const step = matching('[a-z0-9-]{1,24}#[1-9]\\d{0,8}', 'must be <node id>#<number>');
const instant = whole(0, 8_640_000_000_000_000);
const optionalText = v.exactOptional(text);

function matching(pattern: string, words: string) {
  return v.pipe(v.string(), v.regex(new RegExp(`^${pattern}$`), words));
}

function event<const K extends LeadEvent['kind']>(kind: K) {
  return {
    id: eventId,
    t: hlc,
    author,
    parents: list(eventId),
    kind: v.literal(kind),
    engine: whole(0, 1_000_000),
    state: v.exactOptional(matching('[0-9a-f]{8}', 'must be 8 hexadecimal digits')),
    originalT: v.exactOptional(hlc),
    note: optionalText
  };
}

const ofRun = { enrollment };
const ofStep = { enrollment, step };
const fields = v.exactOptional(bySlug(scalar));

const anyEvent = v.variant('kind', [
  shape({
    ...event('enrolled'),
    ...ofRun,
    cadence: ulid,
    version: versionId,
    source: optionalText,
    fields,
    startAt: v.exactOptional(slug)
  }),
  shape({
    ...event('completed'),
    ...ofStep,
    disposition: v.exactOptional(slug),
    sentiment: v.exactOptional(v.picklist(SENTIMENTS)),
    fields,
    checklist: v.exactOptional(list(slug)),
    effort: v.exactOptional(positive),
    variant: v.exactOptional(slug),
    until: v.exactOptional(instant)
  }),
  shape({ ...event('skipped'), ...ofStep, reason: text }),
  shape({ ...event('snoozed'), ...ofStep, until: instant }),
  shape({ ...event('reassigned'), ...ofStep, assignee: text }),
  shape({
    ...event('signal'),
    enrollment: v.exactOptional(enrollment),
    step: v.exactOptional(step),
    signal: slug,
    fields
  }),
  shape({ ...event('set'), field: slug, value: scalar }),
  shape({ ...event('approved'), ...ofStep }),
  shape({ ...event('refused'), ...ofStep, reason: text }),
  shape({
    ...event('moved'),
    ...ofRun,
    move: v.exactOptional(slug),
    to: slug,
    checklist: v.exactOptional(list(slug))
  }),
  shape({ ...event('paused'), ...ofRun, reason: text, until: v.exactOptional(instant) }),
  shape({ ...event('resumed'), ...ofRun, stops: list(eventId) }),
  shape({ ...event('exited'), ...ofRun, result: v.picklist(EXIT_RESULTS), reason: optionalText }),
  shape({ ...event('migrated'), ...ofRun, version: versionId, map: bySlug(slug) }),
  shape({ ...event('corrected'), ref: eventId, by: v.exactOptional(eventId) }),
  shape({ ...event('resolved'), ...ofStep, chosen: eventId }),
  shape({ ...event('optedOut'), channels: v.exactOptional(list(v.picklist(CHANNELS))) }),
  shape({ ...event('acknowledged'), notice: text })
]);

export const eventSchema: Schema<LeadEvent> = v.pipe(
  anyEvent,
  v.check(({ id, author, t }) => id === `${author}.${t}`, 'its id must be <author>.<t>')
);
