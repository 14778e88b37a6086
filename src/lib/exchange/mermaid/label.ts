/** Characters that mean something to Mermaid within quotes, or to the HTML that it makes of them. */
const SPECIAL = /["#<>&`\\|{}[\]]/g;
/** Directives, comments and formulas begin with these. */
const DOUBLED = /%%|\$\$|--/g;
/** With a colon after them Mermaid takes these for its own: the end of such lines, or an icon. */
const TOUCHY = /style|classDef|fa[a-z]?:/i;
// eslint-disable-next-line no-control-regex -- what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as a quoted label that shows exactly it, whatever it holds. */
export function mermaidLabel(...lines: readonly string[]): string {
  const text = lines.map(escaped).filter(Boolean).join('<br/>');
  return `"${text || ' '}"`;
}

function escaped(text: string): string {
  const plain = text.replace(LONE_SURROGATE, '\ufffd').replace(/\s+/g, ' ').replace(CONTROL, '');
  const safe = plain.trim().replace(SPECIAL, entity).replace(DOUBLED, entities);
  return TOUCHY.test(safe) ? safe.replaceAll(':', entity(':')) : safe;
}

function entity(character: string): string {
  return `#${character.charCodeAt(0)};`;
}

function entities(characters: string): string {
  return [...characters].map(entity).join('');
}
