import { foldText } from '../fold-text';

/** A message as it was typed and, unit by unit, as it is recognised: half width, simplified, lower case. */
export interface Typed {
  readonly typed: string;
  readonly folded: string;
}

export const typedOf = (text: string): Typed => ({ typed: text, folded: foldText(text) });

/** From a place in the folded text on, in the person's own characters. */
export const from = ({ typed }: Typed, at: number): string => typed.slice(at).trim();
