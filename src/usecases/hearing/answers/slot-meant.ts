import type { WordsId } from '../../../domain/ids';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import type { InboundMessage } from '../../inbound';
import type { PhotoWanted, WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import type { FreeMessage, Meant } from './free-message';
import { idsOf, keepPhotos, keepWords, photoIds } from '../keep-parts';
import { readUntil } from '../read-until';
import { sentTo } from './sent-to';

/** What was missing and now is there. */
interface Filled {
  readonly ports: EnginePorts;
  readonly free: FreeMessage;
  readonly ticket: Ticket;
  readonly words: WordsDocument | null;
  readonly photos: readonly PhotoWanted[];
}
type Slot = (filled: Filled) => Meant | null;

const meant = (command: TicketCommand, { words, photos }: Pick<Filled, 'words' | 'photos'>): Meant => ({
  command,
  documents: { words: words ? [words] : [], photos },
});

/** The same command, once there are words; they may be none. */
const shown =
  (kind: 'resolve' | 'prove' | 'return'): Slot =>
  ({ free, words, photos }) =>
    meant({ kind, by: free.person, words: words?.id ?? null, photos: photoIds(photos) }, { words, photos });

const said =
  (of: (by: FreeMessage['person'], words: WordsId | null) => TicketCommand): Slot =>
  ({ free, words, photos }) =>
    meant(of(free.person, words?.id ?? null), { words, photos });

const withReason =
  (slot: (filled: Filled & { readonly words: WordsDocument }) => Meant): Slot =>
  (filled) =>
    filled.words ? slot({ ...filled, words: filled.words }) : null;

const decline = withReason(({ ports, free: { text, person }, ticket, words, photos }) => {
  const where = keepWords(ports, sentTo('', text), ticket.id, person.id, words.at);
  const why = /不能办|办不了/u.test(text) ? 'cannot-do' : 'not-ours';
  return {
    command: { kind: 'decline', by: person, why, words: words.id, sentTo: where?.id ?? null },
    documents: { words: where ? [words, where] : [words], photos },
  };
});

/** What the next message means, by the word whose rest was missing. */
const slots: Readonly<Record<string, Slot>> = {
  办结: shown('resolve'),
  照片: shown('prove'),
  交接: shown('return'),
  问报的人: said((by, words) => ({ kind: 'ask-reporter', by, words })),
  留言: said((by, words) => ({ kind: 'note', by, words })),
  督办: said((by, words) => ({ kind: 'supervise', by, words, until: null })),
  感谢: said((by, words) => ({ kind: 'thank', by, words })),
  驳回: withReason(({ free, words, photos }) =>
    meant({ kind: 'send-back', by: free.person, words: words.id, parts: [] }, { words, photos }),
  ),
  补充: ({ free, words, photos }) =>
    meant(
      { kind: 'supplement', by: free.person, words: idsOf([words]), photos: photoIds(photos), quietly: false },
      { words, photos },
    ),
  等: withReason(({ free: { text, person, community }, words, photos }) =>
    meant(
      { kind: 'pause', by: person, until: readUntil(text, words.at, community), words: words.id },
      { words, photos },
    ),
  ),
  退: decline,
};

/** The answer to "please say why" or "please send a photo": the command that was waiting for it. Null: it is none. */
export const slotMeant = (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: FreeMessage,
  ticket: Ticket,
  verb: string,
): Meant | null => {
  const words = keepWords(ports, free.text, ticket.id, free.person.id, ports.clock.now().toISOString());
  return slots[verb]?.({ ports, free, ticket, words, photos: keepPhotos(ports, inbound, ticket.id) }) ?? null;
};
