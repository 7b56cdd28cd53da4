import type { Person } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import { createHandleInbound } from '../hearing/handle-inbound';
import type { InboundMessage } from '../inbound';
import type { OutboxDraft } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { refsOf, renderSay } from '../sending/render-say';
import type { RowAct } from './ticket-row';

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

/** `said`: why not and what to do next, in chat too. */
export type ActOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly said: string }
  /** They never wrote to Linli in private: there is no chat that it could be said in. */
  | { readonly kind: 'no-chat' };

const verbs: { readonly [A in RowAct]: (number: number, words: string) => string } = {
  'take-charge': (number) => `我负责 #${number}`,
  claim: (number) => `接 #${number}`,
  resolve: (number, words) => `办结 #${number} ${words}`,
  'hand-over': (number, words) => `转 #${number} 给 ${words}`,
  note: (number, words) => `留言 #${number} ${words}`,
};

/** The same words as in chat, said in the person's private chat: so the same rules hold, and the chat shows it. */
const inboundOf = async (ports: EnginePorts, act: Act): Promise<InboundMessage | null> => {
  const [chat] = await ports.chats.privateChats(act.person.id);
  if (!chat) return null;
  const { id, platform, kind, purpose, area, title, account, nativeId } = chat;
  const key = `board:${act.person.id}:${act.key}`;
  return {
    kind: 'message',
    key,
    chat: { id, platform, kind, purpose, area, title },
    sender: { person: act.person.id, name: act.person.name, identity: { platform, account, nativeId } },
    at: ports.clock.now().toISOString(),
    messageId: key,
    text: verbs[act.act](act.number, act.words.replace(/\s+/gu, ' ').trim()),
    ...{ media: [], location: null, album: null, replyTo: null },
    ...{ mentioned: false, forwarded: false, fromBot: false, edited: false },
  };
};

const sayAgain = async (ports: EnginePorts, drafts: readonly OutboxDraft[], language: Language): Promise<string> => {
  const community = await ports.communities.current();
  const texts = drafts.map(async ({ say }) => {
    if (say.card !== undefined) return '';
    const refs = refsOf(say);
    const [people, words] = await Promise.all([ports.people.byIds(refs.people), ports.words.byIds(refs.words)]);
    return renderSay(say, {
      ...{ community, language, now: ports.clock.now().toISOString() },
      capabilities: { buttons: false, maxText: 2000 },
      names: new Map(people.map(({ id, name }) => [id, name])),
      words: new Map(words.map(({ id, text }) => [id, text])),
    }).text;
  });
  return (await Promise.all(texts)).filter(Boolean).join('\n');
};

/** Does on the board what words do in chat, and tells the page what the chat is told. */
export const createActOnTicket =
  (ports: EnginePorts) =>
  async (act: Act): Promise<ActOutcome> => {
    const inbound = await inboundOf(ports, act);
    if (!inbound) return { kind: 'no-chat' };
    const told: OutboxDraft[] = [];
    const listening: EnginePorts = {
      ...ports,
      outbox: {
        ...ports.outbox,
        add: (drafts) => {
          told.push(...drafts.filter(({ person }) => person === act.person.id));
          return ports.outbox.add(drafts);
        },
      },
    };
    await ports.inTurn(`chat ${inbound.chat.id}`, () => createHandleInbound(listening)(inbound));
    const said = await sayAgain(ports, told, act.language);
    // What is done speaks through the ticket's own messages; only a refusal is an answer to whoever asked.
    return said === '' ? { kind: 'done' } : { kind: 'refused', said };
  };
