import { minutesBetween } from '../../../domain/calendar/local-time';
import { reportersOf } from '../../../domain/ticket/telling/tell';
import { Ticket } from '../../../domain/ticket/ticket';
import { reportedTickets } from '../find-ticket';
import { answerActivityQuestion } from '../volunteering/answer-activity-question';
import { answerCareNeeds } from '../care/answer-care-needs';
import { answerTopicNeeds } from '../council/answer-topic-needs';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import type { FreeMessage, Meant } from './free-message';
import { addToDanger } from './more-of-this-danger';
import { moreOfLead } from './search-answer';
import { partMeant } from './part-answer';
import { notPlaces, placeMeant } from './place-meant';
import { slotMeant } from './slot-meant';
import { visitMeant } from './way-answer';
import { runTicketCommand } from '../run-ticket-command';

/** For how long the next message is taken as what was missing. */
const slotMinutes = 30;

/** Whatever who is in danger says next reaches those who come: where it is, or more of what they see. */
const dangerMeant = (ports: EnginePorts, inbound: InboundMessage, free: FreeMessage, ticket: Ticket): Meant | null => {
  const place = placeMeant(ports, inbound, free, ticket);
  const better = place?.command.kind === 'place' && place.command.place.area !== null;
  if (ticket.place.area === null || better) return place;
  return slotMeant(ports, inbound, free, ticket, '补充');
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
  if (say.wording === 'ticket.question') return slotMeant(ports, inbound, free, ticket, '补充');
  if (say.wording === 'ticket.lead-noted') return moreOfLead(ports, inbound, free, ticket);
  if (say.wording === 'ticket.visit-ask') return visitMeant(ports, free, ticket);
  if (say.wording === 'ticket.photo-ask' || say.wording === 'ticket.photo-more')
    return slotMeant(ports, inbound, free, ticket, '照片');
  if (say.wording === 'refused.part') return partMeant(ports, free, ticket, say.params);
  if (say.wording === 'refused.needs-words' || say.wording === 'refused.needs-reason')
    return slotMeant(ports, inbound, free, ticket, say.params.verb);
  return null;
};

/** Who came is answered when the list is at hand, until nobody is asked any more. */
const presenceDays = 5;

const asksWhoCame = ({ say }: OutboxRow): boolean =>
  say.card === undefined && (say.wording === 'activity.who-came' || say.wording === 'activity.proved');

const isWithin = ({ sentAt }: OutboxRow, minutes: number): boolean =>
  sentAt === null || Date.now() - sentAt.getTime() < minutes * 60_000;

/** What a handler asks is answered when there is time for it. */
const questionMinutes = 24 * 60;

const minutesFor = (row: OutboxRow): number => {
  if (asksWhoCame(row)) return presenceDays * 1_440;
  return row.say.card === undefined && row.say.wording === 'ticket.question' ? questionMinutes : slotMinutes;
};

const isFresh = (row: OutboxRow): boolean => isWithin(row, minutesFor(row));

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
    (await answerActivityQuestion(ports, inbound, free, row, isWithin(row, slotMinutes)));
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
