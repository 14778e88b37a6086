/** Widths of Inter's letters from the blank to the tilde at weight 600, in hundredths of the size of the type. */
const ASCII = [
  25, 32, 52, 64, 65, 100, 66, 33, 37, 37, 54, 67, 32, 47, 32, 38, 66, 42, 62, 64, 67, 61, 64, 58,
  64, 64, 32, 33, 67, 67, 67, 54, 100, 73, 66, 74, 72, 61, 59, 75, 75, 28, 58, 70, 57, 92, 76, 77,
  65, 77, 65, 65, 66, 74, 73, 102, 72, 71, 65, 37, 38, 37, 48, 47, 35, 57, 62, 58, 62, 59, 39, 63,
  61, 26, 26, 57, 26, 90, 61, 61, 62, 62, 40, 55, 35, 61, 59, 84, 57, 59, 57, 45, 36, 45, 67
];
const FIRST = 0x20;
const THIN = new Set('·’‘‚');
const SHARE = { thin: 32, usual: 62, capital: 76, full: 104 } as const;
/** From here on letters are as wide as they are high: Chinese, Japanese, Korean, emoji. */
const FULL_WIDTH = 0x1100;
const LATIN_AGAIN = { from: 0x1e00, to: 0x206f } as const;

/** How wide a text is drawn, about; never less than it is in the app's font. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += shareOf(letter);
  return (sum * size) / 100;
}

function shareOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  const known = ASCII[code - FIRST];
  if (known !== undefined) return known;
  if (THIN.has(letter)) return SHARE.thin;
  const wide = code >= FULL_WIDTH && !(code >= LATIN_AGAIN.from && code <= LATIN_AGAIN.to);
  if (wide || letter === '—' || letter === '…') return SHARE.full;
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
    sum += (shareOf(letter) * size) / 100;
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
