import type { Person } from '../../domain/community/community';
import type { PersonId } from '../../domain/ids';
import type { Language } from '../../domain/wording/say-moment';
import { createHandleInbound } from '../hearing/handle-inbound';
import type { InboundAnswer, InboundMessage, MediaSource, NotDone } from '../inbound';
import type { ChatRecord, OutboxDraft } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { boardPlatform, type PhotoRefusal } from '../ports-of-uploads';
import { sayOnPage } from './say-on-page';

interface DoneOnPage {
  readonly person: Person;
  /** Which form, and of what: a key of another form counts for nothing here. */
  readonly form: string;
  /** Of this form: sent twice, it changes nothing the second time; see `keyOnPage`. */
  readonly key: string;
  readonly language: Language;
}

export interface SaidOnPage extends DoneOnPage {
  /** What they would say in their private chat. */
  readonly text: string;
  /** Files that they would send with it. */
  readonly photos?: readonly Buffer[];
}

/** What hears it: everything that chat does, or one use case of it. */
type Hear = (ports: EnginePorts, inbound: InboundMessage) => Promise<InboundAnswer>;

/** Does something as if it came in somebody's private chat. */
export type AsInChat = (spoken: SaidOnPage, hear?: Hear) => Promise<ActOutcome>;

/** What a page knows of it; `said`: what the chat tells them besides the matter's own messages. */
export type ActOutcome =
  | { readonly kind: 'done'; readonly said: string }
  /** Nothing of a matter changed: Linli asks before it does it, or the answer is all that was wished for. */
  | { readonly kind: 'answered'; readonly said: string }
  /** Nothing was done: why not, and what to do next. */
  | { readonly kind: 'refused'; readonly why: NotDone; readonly said: string }
  /** They never wrote to Linli in private: there is no chat that it could be said in. */
  | { readonly kind: 'no-chat' };

/** Under which what somebody does on a page is remembered. */
export const keyOnPage = (person: PersonId, form: string, key: string): string => `board:${person}:${form}:${key}`;

/** The same words as in chat, said in the person's private chat: so the same rules hold, and the chat shows it. */
const inboundOf = (
  ports: EnginePorts,
  { person, text, form, key: given }: SaidOnPage,
  chat: ChatRecord,
  media: readonly MediaSource[],
): InboundMessage => {
  const { id, platform, kind, purpose, area, title, account, nativeId } = chat;
  const key = keyOnPage(person.id, form, given);
  return {
    kind: 'message',
    key,
    chat: { id, platform, kind, purpose, area, title },
    sender: { person: person.id, name: person.name, identity: { platform, account, nativeId } },
    at: ports.clock.now().toISOString(),
    messageId: key,
    text,
    ...{ media, location: null, album: null, replyTo: null },
    ...{ mentioned: false, forwarded: false, fromBot: false, edited: false },
  };
};

/** The files as a chat would name them, or why the first that is no photo is not taken. */
const mediaOf = async (
  ports: Pick<EnginePorts, 'uploads'>,
  photos: readonly Buffer[],
): Promise<readonly MediaSource[] | PhotoRefusal> => {
  const media: MediaSource[] = [];
  for (const bytes of photos) {
    const kept = await ports.uploads.keep(bytes);
    if (typeof kept === 'string') return kept;
    media.push({ platform: boardPlatform, ref: kept.ref, kind: 'photo', mime: null, bytes: bytes.length });
  }
  return media;
};

/** Does on a page what words do in chat, and tells the page what the chat is told. */
export const createAsInChat =
  (ports: EnginePorts): AsInChat =>
  async (spoken, hear = (listening, inbound) => createHandleInbound(listening)(inbound)) => {
    const [chat] = await ports.chats.privateChats(spoken.person.id);
    if (!chat) return { kind: 'no-chat' };
    const media = await mediaOf(ports, spoken.photos ?? []);
    if (typeof media === 'string') {
      const refusal = { wording: 'help.photo-refused', params: { why: media } } as const;
      const said = await sayOnPage(ports, refusal, spoken.person.id, spoken.language);
      return { kind: 'refused', why: 'unfit', said };
    }
    const inbound = inboundOf(ports, spoken, chat, media);
    const told: OutboxDraft[] = [];
    const listening: EnginePorts = {
      ...ports,
      outbox: {
        ...ports.outbox,
        add: (drafts) => {
          told.push(...drafts.filter(({ person }) => person === spoken.person.id));
          return ports.outbox.add(drafts);
        },
        // A press on a page says nothing of whether the person can be written to.
        revive: () => Promise.resolve(0),
      },
    };
    const came = await ports.inTurn(`chat ${inbound.chat.id}`, async () => {
      if (await ports.matters.handled(inbound.key)) return 'repeated';
      const answer = await hear(listening, inbound);
      return (await ports.matters.handled(inbound.key)) ? 'done' : answer;
    });
    // What came before, and what was not done, needs no photos.
    if (came !== 'done') await Promise.all(media.map(({ ref }) => ports.uploads.remove(ref)));
    if (came === 'repeated') return { kind: 'done', said: '' };
    const texts = told.map(async ({ say }) =>
      say.card === undefined ? await sayOnPage(ports, say, spoken.person.id, spoken.language) : '',
    );
    const said = (await Promise.all(texts)).filter(Boolean).join('\n');
    if (came === 'done' || came.came === 'answered') return { kind: came === 'done' ? 'done' : 'answered', said };
    return { kind: 'refused', why: came.came ?? 'unfit', said };
  };
