/** What no XML document may hold, however it is written. */
const ILLEGAL =
  // eslint-disable-next-line no-control-regex -- what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as XML can bear it. */
export function xmlText(text: string): string {
  return text.replace(ILLEGAL, '\ufffd');
}

/** A text of one line, for an attribute: readers of XML take line breaks for blanks there. */
export function xmlLine(text: string): string {
  return xmlText(text).replace(/\s+/g, ' ').trim();
}

/** A JSON value as a text that comes through XML unchanged. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}
