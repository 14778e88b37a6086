/** Widths of letters in parts of the size of the type; Inter's, a little on the safe side. */
const NARROW = new Set("iljtfrI.,:;'|!()[]{}`·’‘ ");
const WIDE = new Set('mwMW@%—…ÆŒæœ');
const SHARE = { narrow: 0.34, usual: 0.57, capital: 0.69, wide: 0.92, full: 1.02 } as const;
/** From here on letters are as wide as they are high: Chinese, Japanese, Korean, emoji. */
const FULL_WIDTH = 0x1100;

/** How wide a text is drawn, about. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += shareOf(letter);
  return sum * size;
}

function shareOf(letter: string): number {
  if (NARROW.has(letter)) return SHARE.narrow;
  if (WIDE.has(letter)) return SHARE.wide;
  const code = letter.codePointAt(0) ?? 0;
  if (code >= FULL_WIDTH && !(code >= 0x1e00 && code <= 0x20cf)) return SHARE.full;
  return letter !== letter.toLowerCase() ? SHARE.capital : SHARE.usual;
}

/** As much of the text as fits, with a mark where it was cut. */
export function fitted(text: string, width: number, size: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (widthOf(line, size) <= width) return line;
  const room = width - widthOf('…', size);
  let sum = 0;
  let kept = '';
  for (const letter of line) {
    sum += shareOf(letter) * size;
    if (sum > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines of this width, at most so many; the last is cut where there is more. */
export function wrapped(
  text: string,
  width: number,
  size: number,
  most: number
): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      for (const part of broken(word, width, size)) {
        const longer = line === '' ? part : `${line} ${part}`;
        if (widthOf(longer, size) <= width || line === '') line = longer;
        else {
          lines.push(line);
          line = part;
        }
      }
    }
    lines.push(line);
  }
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), fitted(`${last} ${lines[most] ?? ''}…`, width, size)];
}

/** A word too long for any line, in pieces. */
function broken(word: string, width: number, size: number): readonly string[] {
  if (widthOf(word, size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter, size) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
