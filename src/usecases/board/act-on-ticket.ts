import type { Person } from '../../domain/community/community';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Language } from '../../domain/wording/say-moment';
import { keepPhotos, keepWords, photoIds } from '../hearing/keep-parts';
import { runTicketCommand } from '../hearing/run-ticket-command';
import type { InboundMessage } from '../inbound';
import type { ActOutcome, AsInChat } from '../pages/as-in-chat';
import type { EnginePorts } from '../ports-of-engine';
import type { RowAct } from './row-acts';

export type { ActOutcome };

export interface Act {
  readonly person: Person;
  readonly ticket: Ticket;
  readonly act: RowAct;
  /** What was done, to whom it goes and why, or what is to be known. */
  readonly words: string;
  /** Of the work done. */
  readonly photos: readonly Buffer[];
  /** Of this form: sent twice, it changes nothing the second time. */
  readonly key: string;
  readonly language: Language;
}

const verbs: { readonly [A in RowAct]: (number: number, words: string) => string } = {
  'take-charge': (number) => `我负责 #${number}`,
  'danger-yes': (number) => `有危险 #${number}`,
  'danger-no': (number) => `没有危险 #${number}`,
  'false-alarm': (number, words) => `误报 #${number} ${words}`,
  claim: (number) => `接 #${number}`,
  resolve: (number, words) => `办结 #${number} ${words}`,
  prove: (number, words) => `照片 #${number} ${words}`,
  ask: (number, words) => `问报的人 #${number} ${words}`,
  pause: (number, words) => `等 #${number} ${words}`,
  resume: (number) => `继续 #${number}`,
  'hand-over': (number, words) => `转 #${number} 给 ${words}`,
  note: (number, words) => `留言 #${number} ${words}`,
};

/** In chat the photo answers the question that asked for it; here it stands beside its ticket. */
const prove =
  ({ person, ticket, words }: Act) =>
  async (ports: EnginePorts, inbound: InboundMessage) => {
    const said = keepWords(ports, words, ticket.id, person.id, ports.clock.now().toISOString());
    const photos = keepPhotos(ports, inbound, ticket.id);
    const command = { kind: 'prove', by: person, words: said?.id ?? null, photos: photoIds(photos) } as const;
    return runTicketCommand(ports, inbound, ticket, command, { words: said ? [said] : [], photos });
  };

/** Does on the board what words do in chat, and tells the page what the chat is told. */
export const createActOnTicket =
  (say: AsInChat) =>
  (act: Act): Promise<ActOutcome> => {
    const { person, key, language, photos, ticket } = act;
    const form = `act:${ticket.id}:${act.act}`;
    const text = verbs[act.act](ticket.number, act.words.replace(/\s+/gu, ' ').trim()).trim();
    const spoken = { person, form, key, language, photos, text };
    return act.act === 'prove' ? say(spoken, prove(act)) : say(spoken);
  };
