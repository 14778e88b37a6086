/** The letters of the basic alphabet of text messages; those in the second list count twice. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const DOUBLE = '^{}\\[~]|€';

export interface SmsLength {
  readonly characters: number;
  /** How many messages it is sent as. */
  readonly messages: number;
  /** The first letter that makes every letter take more room; null: there is none. */
  readonly wide: string | null;
}

/** How long a text message is: 160 basic letters, or 70 of any, fit one; parts of several hold less. */
export function smsLength(text: string): SmsLength {
  const letters = [...text];
  const wide = letters.find((each) => !BASIC.includes(each) && !DOUBLE.includes(each)) ?? null;
  const characters =
    wide === null
      ? letters.reduce((sum, each) => sum + (DOUBLE.includes(each) ? 2 : 1), 0)
      : text.length;
  const [one, part] = wide === null ? [160, 153] : [70, 67];
  const messages = characters <= one ? Math.min(1, characters) : Math.ceil(characters / part);
  return { characters, messages, wide };
}

/** `142 characters, 1 message`. */
export function smsWords(text: string): string {
  const { characters, messages, wide } = smsLength(text);
  const count = `${characters} characters, ${messages} ${messages === 1 ? 'message' : 'messages'}`;
  return wide === null || messages < 2 ? count : `${count}: “${wide}” makes each shorter`;
}
