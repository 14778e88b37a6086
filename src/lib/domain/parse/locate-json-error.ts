/**
 * Where a text stops being JSON. Engines disagree on whether their error says so, hence this scan,
 * which runs only once parsing has failed. Iterative.
 */

type Expecting = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** The offset of the first character that cannot stand where it is; the length when the text ends too early. */
export function locateJsonError(text: string): number {
  const open: string[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  const after = (): Expecting => (open.length === 0 ? 'nothing' : 'commaOrEnd');

  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
    const char = text.charAt(at);
    const wantsKey: boolean = expecting === 'key' || expecting === 'keyOrEnd';
    const closes = open.at(-1) === '{' ? '}' : ']';
    if (char === '' || expecting === 'nothing') return at;
    if (char === closes && open.length > 0 && /OrEnd/.test(expecting)) {
      open.pop();
      at++;
      expecting = after();
    } else if (expecting === 'commaOrEnd') {
      if (char !== ',') return at;
      at++;
      expecting = closes === '}' ? 'key' : 'value';
    } else if (expecting === 'colon') {
      if (char !== ':') return at;
      at++;
      expecting = 'value';
    } else if (char === '"') {
      const end = endOfString(text, at);
      if (end < 0) return -end;
      at = end;
      expecting = wantsKey ? 'colon' : after();
    } else if (wantsKey) {
      return at;
    } else if (char === '{' || char === '[') {
      open.push(char);
      at++;
      expecting = char === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else {
      SCALAR.lastIndex = at;
      if (!SCALAR.test(text)) return at;
      at = SCALAR.lastIndex;
      expecting = after();
    }
  }
}

/** The offset behind the closing quote, or minus the offset of what is wrong. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char < ' ') return -at;
    if (char !== '\\') continue;
    ESCAPE.lastIndex = at + 1;
    if (!ESCAPE.test(text)) return -(at + 1);
    at = ESCAPE.lastIndex - 1;
  }
  return -text.length;
}
