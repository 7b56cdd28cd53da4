import { Ticket } from '../../domain/ticket/ticket';
import { isHome } from '../../domain/ticket/searching/show-person';
import type { CardSay, SpokenSay } from '../../domain/decision';
import type { MessageId, PhotoId } from '../../domain/ids';
import type { Composed } from './composed';
import type { DeliveryPorts } from './delivery-ports';
import type { ChatRecord, OutboxRow, Platform } from '../ports';
import { composeWithoutLine } from './compose-without-line';
import { isHiddenNow } from './hidden-card';
import { waitsForRecalls } from './recall-list';
import { cardContent, contentOf, isCard, outgoing, spokenContent } from './say-row';

/** How long a message waits for its photos, on the machine's clock. */
const photoPatienceMs = 8_000;

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
  card: OutboxRow,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Composed> => {
  if (say.card === 'group') {
    const without = await composeWithoutLine(row, card, chat, platform, ports);
    if (without) return without;
    // A group hears once more how it ended, as where no card can be edited.
    return say.final ? composeAnew(row, chat, platform, ports) : { kind: 'nothing' };
  }
  const content = await cardContent(row, say, ports);
  const isTaken = content?.wording === 'ticket.handler' && content.params.yours && content.params.state === 'claimed';
  if (!isTaken) return { kind: 'nothing' };
  return {
    kind: 'send',
    message: await outgoing(row, content, chat, platform, ports),
    photos: content.photos,
    becomes: card.id,
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
    return composeOutOfList(row, say, card, chat, platform, ports);
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
