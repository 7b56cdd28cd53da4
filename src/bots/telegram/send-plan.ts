import type { Outgoing } from '../../usecases/ports';
import { splitText } from '../split-text';

export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
const MAX_ALBUM = 10;

/** One call of the Bot API. */
export type SendStep =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'photo'; readonly photo: Buffer; readonly caption: string }
  | { readonly kind: 'album'; readonly photos: readonly Buffer[] };

/** Half a character of a pair is refused by Telegram. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const pictures = (photos: readonly Buffer[]): readonly SendStep[] => {
  const [first] = photos;
  if (first === undefined) return [];
  if (photos.length === 1) return [{ kind: 'photo', photo: first, caption: '' }];
  return [{ kind: 'album', photos: photos.slice(0, MAX_ALBUM) }, ...pictures(photos.slice(MAX_ALBUM))];
};

/** One photo takes the words as its caption where they fit; otherwise pictures come first and the words last. */
export const planSend = (message: Pick<Outgoing, 'text' | 'photos'>): readonly SendStep[] => {
  const text = wellFormed(message.text);
  const photos = message.photos.map(({ bytes }) => bytes);
  const [photo] = photos;
  if (photo && photos.length === 1 && text.length <= MAX_CAPTION) return [{ kind: 'photo', photo, caption: text }];
  const words = splitText(text, MAX_TEXT).map((part): SendStep => ({ kind: 'text', text: part }));
  return [...pictures(photos), ...words];
};

/** The same words without what Telegram would not take. */
export const withoutPhotos = (step: SendStep): readonly SendStep[] =>
  step.kind === 'photo' && step.caption !== '' ? [{ kind: 'text', text: step.caption }] : [];
