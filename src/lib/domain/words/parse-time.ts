/** `HH:MM` of a time of day as people write it: `9`, `9:30`, `9am`, `5.30 pm`, `noon`; else null. */
export function parseTime(text: string): string | null {
  const words = text.trim().toLowerCase();
  if (words === 'noon') return '12:00';
  if (words === 'midnight') return '00:00';
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a|p|h)?$/.exec(words);
  if (!match) return null;
  const [, digits = '', minutes = '00', half = ''] = match;
  let hours = Number(digits);
  if (/^[ap]/.test(half)) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.startsWith('p') ? 12 : 0);
  }
  if (hours > 23 || Number(minutes) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minutes}`;
}
