import type { Model } from '../model/model';
import { sharesOf, type Share } from '../shares';

/** Leads that are run in one go, about. */
const PIECE = 5000;

/** The work of a model in lists of shares of about equal size; leads that share people stay together. */
export function piecesOf(model: Model): readonly (readonly Share[])[] {
  return inPieces(sharesOf(model), model.staff !== null);
}

/** The same for some of its shares; `alone`: one share a piece. */
export function inPieces(shares: readonly Share[], alone: boolean): readonly (readonly Share[])[] {
  const pieces: Share[][] = [];
  let room = 0;
  for (const share of shares) {
    if (room <= 0 || alone) {
      pieces.push([]);
      room = PIECE;
    }
    pieces[pieces.length - 1]?.push(share);
    room -= share.to - share.from;
  }
  return pieces;
}
