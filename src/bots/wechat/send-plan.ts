import type { Outgoing } from '../../usecases/ports';
import { splitText } from '../split-text';

/** Longer messages are folded away on a telephone. */
export const MAX_TEXT = 2_000;

/** One call of the puppet. */
export type SendStep =
  { readonly kind: 'photo'; readonly photo: Buffer } | { readonly kind: 'text'; readonly text: string };

/** Pictures first and the words last: in WeChat a picture has no words of its own. */
export const planSend = ({ text, photos }: Pick<Outgoing, 'text' | 'photos'>): readonly SendStep[] => [
  ...photos.map(({ bytes }): SendStep => ({ kind: 'photo', photo: bytes })),
  ...splitText(text, MAX_TEXT).map((part): SendStep => ({ kind: 'text', text: part })),
];

/** The names that a text calls with `@`. */
export const callsIn = (text: string): readonly string[] =>
  [...text.matchAll(/@([^@\s，。！？：:,]{1,32})/g)].map(([, name = '']) => name);
