import type { Person } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import type { ActOutcome, AsInChat } from '../pages/as-in-chat';
import type { RowAct } from './ticket-row';

export type { ActOutcome };

export interface Act {
  readonly person: Person;
  readonly number: number;
  readonly act: RowAct;
  /** What was done, to whom it goes and why, or what is to be known. */
  readonly words: string;
  /** Of this form: sent twice, it changes nothing the second time. */
  readonly key: string;
  readonly language: Language;
}

const verbs: { readonly [A in RowAct]: (number: number, words: string) => string } = {
  'take-charge': (number) => `我负责 #${number}`,
  claim: (number) => `接 #${number}`,
  resolve: (number, words) => `办结 #${number} ${words}`,
  'hand-over': (number, words) => `转 #${number} 给 ${words}`,
  note: (number, words) => `留言 #${number} ${words}`,
};

/** Does on the board what words do in chat, and tells the page what the chat is told. */
export const createActOnTicket =
  (say: AsInChat) =>
  ({ person, key, language, number, act, words }: Act): Promise<ActOutcome> =>
    say({ person, key, language, text: verbs[act](number, words.replace(/\s+/gu, ' ').trim()) });
