import type { Community, Person } from '../../domain/community/community';
import { numberIn, quotedText } from '../../domain/understanding/plain-text';
import type { Intent, Reading, Utterance } from '../../domain/understanding/reading';
import type { InboundMessage } from '../inbound';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import { lexiconOf } from './speaking';

/** Who said it, and what it answers. */
export interface Said {
  readonly person: Person;
  readonly community: Community;
  readonly text: string;
  readonly row: OutboxRow | null;
  readonly anchor: number | null;
}

const reportFamily: readonly Intent[] = ['report', 'suggestion', 'question'];

export const isReport = (reading: Reading): boolean =>
  reading.critical !== null || reportFamily.includes(reading.intent);

export const utteranceOf = (inbound: InboundMessage, text: string): Utterance => ({
  text,
  group: inbound.chat.kind === 'private' ? 'private' : (inbound.chat.purpose ?? 'residents'),
  photo: inbound.media.some((media) => media.kind !== 'voice'),
  at: inbound.at,
});

/** What the words mean, by rules and by the learnt weights. */
export const read = (ports: EnginePorts, inbound: InboundMessage, text: string, community: Community): Reading =>
  ports.understand(utteranceOf(inbound, text), lexiconOf(community));

/** The same for what the person called a report. */
export const readCalled = (ports: EnginePorts, inbound: InboundMessage, text: string, community: Community): Reading =>
  ports.understand({ ...utteranceOf(inbound, text), called: true }, lexiconOf(community));

export const repliedRow = async (ports: EnginePorts, inbound: InboundMessage): Promise<OutboxRow | null> =>
  inbound.replyTo?.ours ? ports.outbox.byId(inbound.replyTo.ours) : null;

/** Of several matters, each on a line of its own: the quote alone says of none which is meant. */
const isList = (quote: string): boolean => (quote.match(/^(?:\d{1,3}\. )?#\s?\d{1,9}/gmu) ?? []).length > 1;

/** The number that the reply is anchored to: the card's, else the one in the quoted words. */
export const anchorOf = (inbound: InboundMessage, row: OutboxRow | null): number | null => {
  // One message about several matters is no anchor.
  if (row !== null && row.within !== null) return null;
  if (row?.matter?.number) return row.matter.number;
  const quote = inbound.replyTo?.quote ?? quotedText(inbound.text);
  return quote && !isList(quote) ? numberIn(quote) : null;
};

export const openRow = (
  ports: EnginePorts,
  inbound: InboundMessage,
  row: OutboxRow | null,
): Promise<OutboxRow | null> =>
  row !== null || inbound.chat.kind === 'group' ? Promise.resolve(row) : ports.outbox.openQuestion(inbound.chat.id);
