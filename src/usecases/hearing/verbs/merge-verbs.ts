import { sayRefusal } from '../../../domain/ticket/refusal';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import { headOf } from '../../../domain/ticket/telling/ticket-card';
import { foldText } from '../../../domain/understanding/fold-text';
import { answerPerson, heard } from '../answer-person';
import { tryCommand } from '../../deciding/command-ticket';
import { ticketByNumber } from '../find-ticket';
import { sayNotFound } from '../run-ticket-command';
import type { InboundAnswer } from '../../inbound';
import type { Asked, VerbMeaning } from './verb-meaning';

/** "到 #101", "到101", "into #101", or only the number. */
const intoNumber = (rest: string): number | null => {
  const found = /^(?:[到进入给]+|into|to)?\s*#?\s*(\d{1,9})\b/u.exec(foldText(rest).trim());
  return found ? Number(found[1]) : null;
};

/** The first photo of each, so that whoever decides sees both. */
const bothPhotos = (ticket: Ticket, into: Ticket): readonly string[] => [
  ...ticket.photos.slice(0, 1),
  ...into.photos.slice(0, 1),
];

const ask = async ({ ports, inbound }: Asked, ticket: Ticket, into: Ticket): Promise<InboundAnswer> => {
  await answerPerson(
    ports,
    inbound,
    {
      wording: 'ticket.merge-ask',
      params: {
        ...headOf(ticket),
        role: ticket.reporters[0]?.role ?? 'resident',
        words: ticket.words,
        into: headOf(into),
        intoRole: into.reporters[0]?.role ?? 'resident',
        intoWords: into.words,
      },
    },
    { question: true, choices: ['yes', 'no'], photos: bothPhotos(ticket, into) },
  );
  return heard(`#${ticket.number}：给他看两张照片，问要不要并到 #${into.number}`);
};

/** `并 #102 到 #101`: both are shown, and it is done when that is confirmed. */
const askMerge = async (asked: Asked): Promise<InboundAnswer> => {
  const { ports, inbound, ticket, person, typed } = asked;
  const number = intoNumber(typed.rest);
  if (number === null) {
    await answerPerson(ports, inbound, { wording: 'refused.merge-into', params: headOf(ticket) });
    return heard(`#${ticket.number}：没说并到哪一件`);
  }
  const into = await ticketByNumber(ports, number, person, { evenOnCard: false });
  if (!into) return sayNotFound(ports, inbound, person, number);
  const command: TicketCommand = { kind: 'merge', by: person, into: into.ref.id, as: 'handler' };
  const { result } = await tryCommand(ports, ticket, command);
  if (result.ok) return ask(asked, ticket, into.state);
  if (result.refusal.kind === 'not-found') return sayNotFound(ports, inbound, person, ticket.number);
  await answerPerson(ports, inbound, sayRefusal(ticket, result.refusal));
  return heard(`#${ticket.number}：不能并，因为 ${result.refusal.kind}`);
};

export const merge: VerbMeaning = { handlers: true, ofMerged: true, answer: askMerge };

export const unmerge: VerbMeaning = {
  handlers: true,
  ofMerged: true,
  command: ({ person: by }) => ({ kind: 'unmerge', by }),
};
