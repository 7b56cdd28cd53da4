import type { Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { handlerRoles } from '../../../domain/ticket/working/handler-roles';
import { Ticket } from '../../../domain/ticket/ticket';
import { headOf } from '../../../domain/ticket/telling/ticket-card';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { OutboxRow } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import type { FreeMessage } from './free-message';
import { answerPerson, heard } from '../answer-person';
import { ownTickets } from '../find-ticket';
import { keepWords } from '../keep-parts';
import { runTicketCommand } from '../run-ticket-command';

/** "收到" and its like: read, and no more than that. */
const isReceipt = (text: string): boolean =>
  /^(?:收到|好的?|知道了?|明白了?|了解|看到了?|ok|okay)[。.!！~\s]*$/iu.test(text);

const waitsFor = (ticket: Ticket, person: Person): boolean =>
  ticket.class === 'critical' && ticket.phase === 'dispatched' && (ticket.alarm?.alarmed.includes(person.id) ?? false);

/** The alarm meant: the one replied to, else in private the newest that called this person. */
const alarmMeant = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  person: Person,
  row: OutboxRow | null,
): Promise<Ticket | null> => {
  if (row?.matter) {
    const stored = await ports.matters.load(row.matter.id);
    const ticket = stored?.ref.kind === 'ticket' ? Ticket.parse(stored.state) : null;
    return ticket && waitsFor(ticket, person) ? ticket : null;
  }
  if (inbound.chat.kind === 'group') return null;
  return (await ownTickets(ports, person)).find((ticket) => waitsFor(ticket, person)) ?? null;
};

/** Who was called and says "收到" may believe to have answered: nobody comes by that. */
export const answerReceipt = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, person }: Pick<FreeMessage, 'text' | 'person'>,
  row: OutboxRow | null,
): Promise<InboundAnswer | null> => {
  if (!isReceipt(text)) return null;
  const ticket = await alarmMeant(ports, inbound, person, row);
  if (!ticket) return null;
  await answerPerson(ports, inbound, { wording: 'ticket.receipt-only', params: headOf(ticket) });
  return heard(`#${ticket.number}：只回“收到”不算`);
};

/** What a handler says in private, with one matter in hand, is how that one goes ("马上去看"). */
export const noteOnOnlyTicket = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { text, reading, person }: FreeMessage,
): Promise<InboundAnswer | null> => {
  if (inbound.chat.kind === 'group' || reading.intent !== 'chatter') return null;
  if (text.trim() === '' || isReceipt(text) || !hasRole(person, handlerRoles)) return null;
  const inHand = (await ownTickets(ports, person)).filter(
    ({ claimedBy, phase }) => claimedBy === person.id && (phase === 'claimed' || phase === 'waiting'),
  );
  const [ticket] = inHand;
  if (!ticket || inHand.length > 1) return null;
  const words = keepWords(ports, text, ticket.id, person.id, ports.clock.now().toISOString());
  return runTicketCommand(
    ports,
    inbound,
    ticket,
    { kind: 'note', by: person, words: words?.id ?? null },
    { words: words ? [words] : [], photos: [] },
  );
};
