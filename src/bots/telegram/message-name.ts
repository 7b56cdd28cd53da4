/**
 * What Linli calls a message of Telegram. When a basic group becomes a supergroup it stays one chat for Linli, but its
 * messages are counted from 1 again: those of the basic group are marked, so that none is taken for another.
 */
const LARGEST_SUPERGROUP = -1_000_000_000_000;

export const isBasicGroup = (nativeChat: number): boolean => nativeChat < 0 && nativeChat > LARGEST_SUPERGROUP;

export const messageName = (nativeChat: number, id: number): string => (isBasicGroup(nativeChat) ? `g${id}` : `${id}`);

/** How a message of ours was sent, since words and captions are edited by different methods. */
export type SentKind = 'text' | 'photo';

const letters = { text: 't', photo: 'p' } as const;

export const sentName = (kind: SentKind, nativeChat: number, id: number): string =>
  `${letters[kind]}:${messageName(nativeChat, id)}`;

/** What people say in a topic of a forum bears the topic, so that what answers it stands there, also when it is gone. */
export const nameInTopic = (name: string, topic: number | undefined): string =>
  topic === undefined ? name : `${name}/${topic}`;

export interface NamedMessage {
  readonly kind: SentKind;
  readonly id: number;
  readonly topic: number | null;
}

/** Null: no name of ours, or of the time before the chat became a supergroup. */
export const readName = (nativeChat: number, name: string): NamedMessage | null => {
  const found = /^(?:([tp]):)?(g?)(\d{1,15})(?:\/(\d{1,15}))?$/.exec(name);
  if (!found || (found[2] === 'g') !== isBasicGroup(nativeChat)) return null;
  const topic = found[4] === undefined ? null : Number(found[4]);
  return { kind: found[1] === 'p' ? 'photo' : 'text', id: Number(found[3]), topic };
};
