import { Ticket } from '../../domain/ticket/ticket';
import { isHome } from '../../domain/ticket/searching/show-person';
import { ticketCard } from '../../domain/ticket/telling/ticket-card';
import { activityCard } from '../../domain/volunteering/activity-card';
import { Activity } from '../../domain/volunteering/activity';
import type { CardSay, ChoiceId, Say, SpokenSay } from '../../domain/decision';
import type { MessageId, PhotoId } from '../../domain/ids';
import { languageOf } from '../../domain/community/language-of';
import type { Spoken } from '../../domain/wording/params';
import type { DeliveryPorts } from './delivery-ports';
import type { ChatRecord, Outgoing, OutboxRow, Platform } from '../ports';
import { isHiddenCard, isHiddenNow } from './hidden-card';
import { waitsForRecalls } from './recall-list';
import { fillingOf } from './filling-of';
import { refsOf, renderSay } from './render-say';

/** What a row comes to at the moment of sending. */
export type Composed =
  | {
      readonly kind: 'send';
      readonly message: Outgoing;
      readonly photos: readonly PhotoId[];
      /** The card that this message is from now on: later edits edit it. */
      readonly becomes?: MessageId;
    }
  | { readonly kind: 'edit'; readonly message: Outgoing; readonly as: readonly string[] }
  /** These are taken back; the words are for where that cannot be done. */
  | { readonly kind: 'take-back'; readonly message: Outgoing; readonly as: readonly string[] }
  /** There is nothing to say any more. */
  | { readonly kind: 'nothing' }
  /** A photo is still on its way, or something that it tells of has not come to its end. */
  | { readonly kind: 'not-yet'; readonly why: string };

type Content = Spoken & { readonly choices: readonly ChoiceId[]; readonly photos: readonly PhotoId[] };

/** How long a message waits for its photos, on the machine's clock. */
const photoPatienceMs = 8_000;

const isCard = (say: Say): say is CardSay => say.card !== undefined;

const cardContent = async (row: OutboxRow, say: CardSay, ports: DeliveryPorts): Promise<Content | null> => {
  const stored = row.matter && (await ports.matters.load<unknown>(row.matter.id));
  if (!stored) return null;
  if (stored.ref.kind === 'activity')
    return activityCard(Activity.parse(stored.state), ports.clock.now().toISOString());
  const [ticket, community] = [Ticket.parse(stored.state), await ports.communities.current()];
  return isHiddenCard(ticket, say, community) ? null : ticketCard(ticket, say.card, community, row.person);
};

const spokenContent = (say: SpokenSay): Content => ({ ...say, choices: say.choices ?? [], photos: say.photos ?? [] });

/** Words are as they were said, but for what must be found out when it is sent. */
const contentNow = async (row: OutboxRow, say: SpokenSay, ports: DeliveryPorts): Promise<Content | null> => {
  const filling = fillingOf(row, say, ports);
  if (filling === null) return spokenContent(say);
  const filled = await filling;
  return filled && { ...filled, choices: [], photos: [] };
};

/** Text and choices, in the recipient's language; names and words are looked up now, so that what was erased is gone. */
export const speak = async (
  row: OutboxRow,
  content: Content,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
) => {
  const refs = refsOf(content);
  const { standsFor } = row.say;
  // Where it is said decides what may be said there, whomever it is meant for.
  const to = chat.kind === 'group' ? { chat: chat.id } : { person: chat.person ?? row.person ?? '' };
  const [community, listener, people, words] = await Promise.all([
    ports.communities.current(),
    chat.person === null ? null : ports.people.byId(chat.person),
    ports.people.byIds(standsFor === undefined ? refs.people : [...refs.people, standsFor]),
    ports.words.byIds(refs.words),
  ]);
  const spoken = languageOf(listener, community);
  return renderSay(
    { ...content, to, ...(standsFor === undefined || content.wording === 'duty.morning' ? {} : { standsFor }) },
    {
      community,
      language: spoken === 'en' ? 'en' : 'zh',
      ...(spoken === 'zh-Hant' ? { convert: await ports.toTraditional() } : {}),
      now: ports.clock.now().toISOString(),
      capabilities: platform.capabilities,
      names: new Map(people.map(({ id, name }) => [id, name])),
      words: new Map(words.map(({ id, text }) => [id, text])),
    },
  );
};

const numberOf = (row: OutboxRow, { params }: Spoken): number | null =>
  row.matter?.number ?? ('number' in params ? params.number : null);

const outgoing = async (
  row: OutboxRow,
  content: Content,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Outgoing> => ({
  id: row.id,
  chat,
  ...(await speak(row, content, chat, platform, ports)),
  photos: [],
  replyTo: row.say.replyTo ?? null,
  number: numberOf(row, content),
});

/** Whether it waits a little for photos that are still to be fetched. */
const waitsForPhotos = async (
  { say, createdAt }: OutboxRow,
  ids: readonly PhotoId[],
  ports: DeliveryPorts,
): Promise<boolean> => {
  if (say.urgency === 'critical' || ports.machine.now().getTime() - createdAt.getTime() >= photoPatienceMs)
    return false;
  const found = await Promise.all(ids.map((id) => ports.photos.byId(id)));
  return found.some((photo) => photo?.state === 'wanted');
};

/** What the row says now; null: nothing any more. */
export const contentOf = (row: OutboxRow, ports: DeliveryPorts): Promise<Content | null> =>
  isCard(row.say) ? cardContent(row, row.say, ports) : contentNow(row, row.say, ports);

/** The row as a new message. */
export const composeAnew = async (
  row: OutboxRow,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Composed> => {
  const { say } = row;
  if (await waitsForRecalls(row, ports)) return { kind: 'not-yet', why: 'messages are still being taken back' };
  const content = await contentOf(row, ports);
  if (!content) return { kind: 'nothing' };
  // A card that is sent once more at the end is short: its photos were seen.
  const wanted = isCard(say) && say.mode === 'edit' ? [] : content.photos;
  if (await waitsForPhotos(row, wanted, ports)) return { kind: 'not-yet', why: 'a photo is still on its way' };
  return { kind: 'send', message: await outgoing(row, content, chat, platform, ports), photos: wanted };
};

const composeOutOfList = async (
  row: OutboxRow,
  say: CardSay,
  cardId: MessageId,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Composed> => {
  // A group hears once more how it ended, as where no card can be edited.
  if (say.card === 'group') return say.final ? composeAnew(row, chat, platform, ports) : { kind: 'nothing' };
  const content = await cardContent(row, say, ports);
  const isTaken = content?.wording === 'ticket.handler' && content.params.yours && content.params.state === 'claimed';
  if (!isTaken) return { kind: 'nothing' };
  return {
    kind: 'send',
    message: await outgoing(row, content, chat, platform, ports),
    photos: content.photos,
    becomes: cardId,
  };
};

const composeEdit = async (
  row: OutboxRow,
  say: CardSay,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Composed> => {
  const card = row.matter && (await ports.outbox.card(row.matter.id, say.card, chat.id));
  // No card came of it (an alarm took its place, or it could not be delivered): nothing is there to be changed.
  if (card?.state !== 'sent') return { kind: 'nothing' };
  // It was one line of a list: whoever takes the matter gets the card itself, once.
  if (card.sentAs.length === 0 && (say.card === 'group' || card.say.together))
    return composeOutOfList(row, say, card.id, chat, platform, ports);
  if (card.sentAs.length === 0) return { kind: 'nothing' };
  if (await isHiddenNow(row, say, ports)) {
    const hidden = { wording: 'ticket.card-hidden', params: { number: row.matter?.number ?? 0 } } as const;
    const message = await outgoing(row, { ...hidden, choices: [], photos: [] }, chat, platform, ports);
    return { kind: 'take-back', message, as: card.sentAs };
  }
  if (!platform.capabilities.edits) return say.final ? composeAnew(row, chat, platform, ports) : { kind: 'nothing' };
  const content = await cardContent(row, say, ports);
  if (!content) return { kind: 'nothing' };
  return { kind: 'edit', message: await outgoing(row, content, chat, platform, ports), as: card.sentAs };
};

/** A question that was answered loses its buttons; where nothing can be edited, it stays as it is. */
const composeRetired = async (
  row: OutboxRow,
  { say, retires }: { readonly say: SpokenSay; readonly retires: MessageId },
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Composed> => {
  const asked = await ports.outbox.byId(retires);
  if (!platform.capabilities.edits || asked?.chat !== chat.id || asked.sentAs.length === 0) return { kind: 'nothing' };
  return { kind: 'edit', message: await outgoing(row, spokenContent(say), chat, platform, ports), as: asked.sentAs };
};

/** What never arrived need not be taken back. */
const composeTakeBack = async (
  row: OutboxRow,
  { say, recalls }: { readonly say: SpokenSay; readonly recalls: MessageId },
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Composed> => {
  const shown = await ports.outbox.byId(recalls);
  if (shown?.chat !== chat.id || shown.sentAs.length === 0) return { kind: 'nothing' };
  return {
    kind: 'take-back',
    message: await outgoing(row, spokenContent(say), chat, platform, ports),
    as: shown.sentAs,
  };
};

/** It shows somebody who is home by now: it is not said any more, nor is a card that was taken back edited. */
const isShownNoMore = async ({ say, matter }: OutboxRow, ports: DeliveryPorts): Promise<boolean> => {
  const mayShow = say.recallable === true || (isCard(say) && say.card === 'handler');
  if (!mayShow || matter?.kind !== 'ticket') return false;
  const stored = await ports.matters.load<unknown>(matter.id);
  return stored !== null && isHome(Ticket.parse(stored.state), await ports.communities.current());
};

/** Text is made here, from what is true now. */
export const composeRow = async (
  row: OutboxRow,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Composed> => {
  const { say } = row;
  if (await isShownNoMore(row, ports)) return { kind: 'nothing' };
  if (isCard(say))
    return say.mode === 'edit' ? composeEdit(row, say, chat, platform, ports) : composeAnew(row, chat, platform, ports);
  const { recalls, retires } = say;
  if (recalls !== undefined) return composeTakeBack(row, { say, recalls }, chat, platform, ports);
  if (retires !== undefined) return composeRetired(row, { say, retires }, chat, platform, ports);
  return composeAnew(row, chat, platform, ports);
};
