import { minutesBetween } from '../../domain/calendar/local-time';
import type { Community, Person } from '../../domain/community/community';
import { reportersOf } from '../../domain/ticket/telling/tell';
import type { callBackChoices } from '../../domain/ticket/calling-back/ask-call-back';
import { ownPart } from '../../domain/ticket/joining/open-parts';
import { mayHandle } from '../../domain/ticket/working/handler-roles';
import { Ticket } from '../../domain/ticket/ticket';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import { foldText } from '../../domain/understanding/fold-text';
import { placeFrom } from '../../domain/understanding/place/read-place';
import type { Intent, PlaceReading, Reading } from '../../domain/understanding/reading';
import { reportedTickets } from './find-ticket';
import { answerActivityQuestion } from './volunteering/answer-activity-question';
import { answerCareNeeds } from './care/answer-care-needs';
import { answerTopicNeeds } from './council/answer-topic-needs';
import type { InboundAnswer, InboundMessage } from '../inbound';
import { idsOf, keepPhotos, keepWords, photoIds } from './keep-parts';
import type { OutboxRow } from '../ports';
import type { EnginePorts } from '../ports-of-engine';
import type { FreeMessage, Meant } from './free-message';
import { addToDanger } from './more-of-this-danger';
import { moreOfLead } from './search-answer';
import { partMeant } from './part-answer';
import { visitMeant } from './way-answer';
import { placeOf } from './read-place';
import { readUntil } from './read-until';
import { sentTo } from './sent-to';
import { runTicketCommand } from './run-ticket-command';

/** For how long the next message is taken as what was missing. */
const slotMinutes = 30;

/** Longer than any place. A long message is a matter of its own. */
const longestPlace = 40;

/** What people also say to Linli when it has asked where. */
const notPlaces: readonly Intent[] = ['thanks', 'ask-person', 'ask-status', 'balance'];

/** A report of something else, made before the question was answered. */
const isAnotherMatter = ({ intent, category: [best] }: Reading, ticket: Ticket, { policy }: Community): boolean =>
  intent === 'report' && best !== undefined && best.share >= policy.categoryShare && best.id !== ticket.category;

/** Asked where it is, people say nothing but the place: no report that a place would have to be found in. */
const wholePlace = (said: string): PlaceReading => {
  const spot = said.replace(/^(?:[就在是哦嗯呃啊]|[\s，,。])+/u, '');
  return placeFrom(foldText(spot), spot, { from: 0, to: spot.length, kind: 'named' });
};

const placeMeant = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, reading, person, community }: FreeMessage,
  ticket: Ticket,
): Meant | null => {
  const spot = inbound.location ? `定位 ${inbound.location.lat.toFixed(5)},${inbound.location.lng.toFixed(5)}` : text;
  if (spot.trim() === '' || spot.length > longestPlace || notPlaces.includes(reading.intent)) return null;
  if (isAnotherMatter(reading, ticket, community)) return null;
  const asked = placeOf(ports, reading.place ?? wholePlace(spot), ticket.id, person, community);
  const photos = keepPhotos(ports, inbound, ticket.id);
  return { command: { kind: 'place', by: person, place: asked.place }, documents: { words: asked.words, photos } };
};

/** Whatever who is in danger says next reaches those who come: where it is, or more of what they see. */
const dangerMeant = (ports: EnginePorts, inbound: InboundMessage, free: FreeMessage, ticket: Ticket): Meant | null => {
  const place = placeMeant(ports, inbound, free, ticket);
  const better = place?.command.kind === 'place' && place.command.place.area !== null;
  if (ticket.place.area === null || better) return place;
  return slotMeant(ports, inbound, free, ticket, '补充');
};

const slotMeant = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person, community }: FreeMessage,
  ticket: Ticket,
  verb: string,
): Meant | null => {
  const words = keepWords(ports, text, ticket.id, person.id, ports.clock.now().toISOString());
  const photos = keepPhotos(ports, inbound, ticket.id);
  const documents = { words: words ? [words] : [], photos };
  if (verb === '办结')
    return { command: { kind: 'resolve', by: person, words: words?.id ?? null, photos: photoIds(photos) }, documents };
  if (verb === '照片')
    return { command: { kind: 'prove', by: person, words: words?.id ?? null, photos: photoIds(photos) }, documents };
  if (verb === '留言') return { command: { kind: 'note', by: person, words: words?.id ?? null }, documents };
  if (verb === '督办')
    return { command: { kind: 'supervise', by: person, words: words?.id ?? null, until: null }, documents };
  if (verb === '驳回' && words)
    return { command: { kind: 'send-back', by: person, words: words.id, parts: [] }, documents };
  if (verb === '交接')
    return { command: { kind: 'return', by: person, words: words?.id ?? null, photos: photoIds(photos) }, documents };
  if (verb === '感谢') return { command: { kind: 'thank', by: person, words: words?.id ?? null }, documents };
  if (verb === '补充')
    return {
      command: { kind: 'supplement', by: person, words: idsOf([words]), photos: photoIds(photos), quietly: false },
      documents,
    };
  if (verb === '等' && words)
    return {
      command: {
        kind: 'pause',
        by: person,
        until: readUntil(text, ports.clock.now().toISOString(), community),
        words: words.id,
      },
      documents,
    };
  if (verb === '退' && words) {
    const where = keepWords(ports, sentTo('', text), ticket.id, person.id, ports.clock.now().toISOString());
    return {
      command: {
        kind: 'decline',
        by: person,
        why: /不能办|办不了/u.test(text) ? 'cannot-do' : 'not-ours',
        words: words.id,
        sentTo: where?.id ?? null,
      },
      documents: { words: where ? [words, where] : [words], photos },
    };
  }
  return null;
};

const meantBy = (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: FreeMessage,
  row: OutboxRow,
  ticket: Ticket,
): Meant | null => {
  const { say } = row;
  if (say.card !== undefined) return null;
  if (say.wording === 'ticket.ask-place') return placeMeant(ports, inbound, free, ticket);
  if (say.wording === 'ticket.alarm-reporter' || say.wording === 'ticket.where-are-you')
    return dangerMeant(ports, inbound, free, ticket);
  if (say.wording === 'ticket.lead-noted') return moreOfLead(ports, inbound, free, ticket);
  if (say.wording === 'ticket.visit-ask') return visitMeant(ports, free, ticket);
  if (say.wording === 'ticket.photo-ask' || say.wording === 'ticket.photo-more')
    return slotMeant(ports, inbound, free, ticket, '照片');
  if (say.wording === 'refused.part') return partMeant(ports, free, ticket, say.params);
  if (say.wording === 'refused.needs-words' || say.wording === 'refused.needs-reason')
    return slotMeant(ports, inbound, free, ticket, say.params.verb);
  return null;
};

const isFresh = (row: OutboxRow): boolean =>
  row.sentAt === null || Date.now() - row.sentAt.getTime() < slotMinutes * 60_000;

const ticketOf = async (ports: EnginePorts, row: OutboxRow): Promise<Ticket | null> => {
  const { say } = row;
  if (say.card !== undefined) return null;
  const number = row.matter?.number ?? ('number' in say.params ? say.params.number : null);
  const stored = number === null ? null : await ports.matters.byNumber(number);
  return stored?.ref.kind === 'ticket' ? Ticket.parse(stored.state) : null;
};

/** Whoever misses somebody says all at once: what they look like, when and where, with a photo. */
const isOfMissing = (ticket: Ticket, { say }: OutboxRow, { reading }: FreeMessage): boolean =>
  ticket.search !== null &&
  say.card === undefined &&
  (say.wording === 'ticket.alarm-reporter' || say.wording === 'ticket.where-are-you') &&
  !notPlaces.includes(reading.intent);

/** A free message that answers what Linli asked this person: where it is, what was done, why not. Null: it does not. */
export const answerOpenQuestion = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: FreeMessage,
  row: OutboxRow | null,
): Promise<InboundAnswer | null> => {
  if (!row?.say.question || !isFresh(row)) return null;
  const other =
    (await answerTopicNeeds(ports, inbound, free, row)) ??
    (await answerCareNeeds(ports, inbound, free, row)) ??
    (await answerActivityQuestion(ports, inbound, free, row));
  if (other) return other;
  const ticket = await ticketOf(ports, row);
  if (ticket && isOfMissing(ticket, row, free)) {
    const added = await addToDanger(ports, inbound, free, ticket);
    await ports.outbox.closeQuestion(row.id);
    return added;
  }
  const meant = ticket && meantBy(ports, inbound, free, row, ticket);
  if (!ticket || !meant) return null;
  const answer = await runTicketCommand(ports, inbound, ticket, meant.command, meant.documents);
  // Only now: an answer that an outage swallowed comes again and must find its question open.
  await ports.outbox.closeQuestion(row.id, {
    alone: row.say.card === undefined && row.say.wording === 'ticket.lead-noted',
  });
  return answer;
};

/**
 * Text 7 asks where it is without waiting in line for other questions: the place that a reporter of a danger names
 * next is the answer to it.
 */
export const answerWhereDangerIs = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  free: FreeMessage,
): Promise<InboundAnswer | null> => {
  if (free.reading.place === null && inbound.location === null) return null;
  const ticket = (await reportedTickets(ports, free.person)).find(
    (own) =>
      own.class === 'critical' &&
      own.placeAsked &&
      reportersOf(own).includes(free.person.id) &&
      minutesBetween(own.reportedAt, ports.clock.now().toISOString()) < slotMinutes,
  );
  const meant = ticket && placeMeant(ports, inbound, free, ticket);
  return ticket && meant ? runTicketCommand(ports, inbound, ticket, meant.command, meant.documents) : null;
};

/**
 * An answer to a call-back that asks nothing just now (put off with "not seen yet", or between two askings), when it
 * can only be meant for one matter.
 */
export const answerCallBackUnasked = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  answer: (typeof callBackChoices)[number],
  person: Person,
): Promise<InboundAnswer | null> => {
  if (inbound.chat.kind === 'group') return null;
  const asked = (await reportedTickets(ports, person)).filter(
    (ticket) => ticket.phase === 'resolved' && ticket.callBack !== null && reportersOf(ticket).includes(person.id),
  );
  const [ticket] = asked;
  return ticket && asked.length === 1
    ? runTicketCommand(ports, inbound, ticket, { kind: 'answer', by: person, answer })
    : null;
};

/** A handler's free reply to the matter's card is a progress note; with a photo it belongs to what is known of it. */
export const noteFromReply = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person }: FreeMessage,
  row: OutboxRow | null,
): Promise<InboundAnswer | null> => {
  const stored = row?.matter ? await ports.matters.load(row.matter.id) : null;
  const photos = keepPhotos(ports, inbound, stored?.ref.id ?? '');
  if (stored?.ref.kind !== 'ticket' || (text.trim() === '' && photos.length === 0)) return null;
  const ticket = Ticket.parse(stored.state);
  if (!mayHandle(ticket, person) && ownPart(ticket, person.id) === null) return null;
  const words = keepWords(ports, text, ticket.id, person.id, ports.clock.now().toISOString());
  const command: TicketCommand =
    photos.length === 0
      ? { kind: 'note', by: person, words: words?.id ?? null }
      : { kind: 'supplement', by: person, words: idsOf([words]), photos: photoIds(photos), quietly: false };
  return runTicketCommand(ports, inbound, ticket, command, { words: words ? [words] : [], photos });
};
