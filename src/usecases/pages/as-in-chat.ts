import type { Person } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import { createHandleInbound } from '../hearing/handle-inbound';
import type { InboundMessage } from '../inbound';
import type { OutboxDraft } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { sayOnPage } from './say-on-page';

interface DoneOnPage {
  readonly person: Person;
  /** Of this form: sent twice, it changes nothing the second time. */
  readonly key: string;
  readonly language: Language;
}

export interface SaidOnPage extends DoneOnPage {
  /** What they would say in their private chat. */
  readonly text: string;
}

/** What hears it: everything that chat does, or one use case of it. */
type Hear = (ports: EnginePorts, inbound: InboundMessage) => Promise<unknown>;

/** Does something as if it came in somebody's private chat. */
export type AsInChat = (spoken: SaidOnPage, hear?: Hear) => Promise<ActOutcome>;

/** `said`: why not and what to do next, in chat too. */
export type ActOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly said: string }
  /** They never wrote to Linli in private: there is no chat that it could be said in. */
  | { readonly kind: 'no-chat' };

/** The same words as in chat, said in the person's private chat: so the same rules hold, and the chat shows it. */
const inboundOf = async (
  ports: EnginePorts,
  { person, text, key: given }: SaidOnPage,
): Promise<InboundMessage | null> => {
  const [chat] = await ports.chats.privateChats(person.id);
  if (!chat) return null;
  const { id, platform, kind, purpose, area, title, account, nativeId } = chat;
  const key = `board:${person.id}:${given}`;
  return {
    kind: 'message',
    key,
    chat: { id, platform, kind, purpose, area, title },
    sender: { person: person.id, name: person.name, identity: { platform, account, nativeId } },
    at: ports.clock.now().toISOString(),
    messageId: key,
    text,
    ...{ media: [], location: null, album: null, replyTo: null },
    ...{ mentioned: false, forwarded: false, fromBot: false, edited: false },
  };
};

/** Does on a page what words do in chat, and tells the page what the chat is told. */
export const createAsInChat =
  (ports: EnginePorts): AsInChat =>
  async (spoken, hear = (listening, inbound) => createHandleInbound(listening)(inbound)) => {
    const inbound = await inboundOf(ports, spoken);
    if (!inbound) return { kind: 'no-chat' };
    const told: OutboxDraft[] = [];
    const listening: EnginePorts = {
      ...ports,
      outbox: {
        ...ports.outbox,
        add: (drafts) => {
          told.push(...drafts.filter(({ person }) => person === spoken.person.id));
          return ports.outbox.add(drafts);
        },
      },
    };
    await ports.inTurn(`chat ${inbound.chat.id}`, () => hear(listening, inbound));
    const texts = told.map(async ({ say }) =>
      say.card === undefined ? await sayOnPage(ports, say, spoken.person.id, spoken.language) : '',
    );
    const said = (await Promise.all(texts)).filter(Boolean).join('\n');
    // What is done speaks through the matter's own messages; only a refusal is an answer to whoever asked.
    return said === '' ? { kind: 'done' } : { kind: 'refused', said };
  };
