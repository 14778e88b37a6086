import { EXIT_RESULT_NAMES, EXIT_RESULTS, type Channel, type ExitResult } from '$lib/domain';

const CHANNEL_WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/\be-?mails?\b|\bmail\b|\bnewsletter\b/, 'email'],
  [/\b(sms|text message|whatsapp)\b/, 'sms'],
  [/\b(linkedin|social|facebook|instagram|xing)\b/, 'social'],
  [/\b(demo|demos|demonstration)\b/, 'demo'],
  [/\b(call|calls|phone|telephone|voicemail)\b/, 'call'],
  [/\b(meeting|meet|appointment|visit)\b/, 'meeting'],
  [/\b(proposal|quote|quotation|contract|invoice|document)\b/, 'document']
];

/** By which channel a task is done, as its name and sort tell. */
export function channelFor(type: string, name: string): Channel {
  const words = name.toLowerCase();
  const found = CHANNEL_WORDS.find(([pattern]) => pattern.test(words));
  return found?.[1] ?? (type === 'bpmn:SendTask' ? 'email' : 'task');
}

const RESULT_WORDS: readonly (readonly [RegExp, ExitResult])[] = [
  [/\bno(t)? (response|answer|reply|reached)\b|\bgone silent\b|\bno show\b/, 'unresponsive'],
  [/\bnot interested\b|\brejected\b|\bdeclined\b/, 'notInterested'],
  [/\bdisqualified\b|\bunqualified\b|\bnot qualified\b/, 'disqualified'],
  [/\bwon\b|\bcustomer\b|\bsold\b|\bsigned\b|\bordered\b/, 'won'],
  [/\blost\b/, 'lost'],
  [/\bqualified\b/, 'qualified'],
  [/\bmeeting\b|\bappointment\b|\bbooked\b/, 'meetingBooked'],
  [/\bunsubscribed\b|\bopt(ed)?.?out\b/, 'optedOut'],
  [/\blater\b|\bnurtur/, 'contactLater']
];

/** The verdict that an end's name tells; null when it tells none. */
export function resultFor(name: string): ExitResult | null {
  const words = name.toLowerCase();
  const same = EXIT_RESULTS.find((result) => EXIT_RESULT_NAMES[result].toLowerCase() === words);
  return same ?? RESULT_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
