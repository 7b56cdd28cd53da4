import type { Person } from '../../domain/community/community';
import { sayRefusal, type TicketRefusal } from '../../domain/ticket/refusal';
import type { Ticket } from '../../domain/ticket/ticket';
import type { TicketCommand } from '../../domain/ticket/ticket-command';
import { answerPerson, heard, heardBefore, notDone } from './answer-person';
import type { CommandOutcome } from '../deciding/command-ticket';
import { headsOf, ownTickets } from './find-ticket';
import type { Inbound, InboundAnswer, NotDone } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';

/** Said the same whether the number does not exist or is another's. */
export const sayNotFound = async (
  ports: EnginePorts,
  inbound: Inbound,
  person: Person,
  number: number,
): Promise<InboundAnswer> => {
  const open = headsOf(await ownTickets(ports, person));
  await answerPerson(ports, inbound, { wording: 'refused.not-found', params: { number, open } });
  return notDone('not-there', `没有他能用的 #${number}`);
};

const notDoneFor: Readonly<Record<TicketRefusal['kind'], NotDone>> = {
  'already-claimed': 'late',
  'already-assigned': 'late',
  'too-late-to-withdraw': 'late',
  'not-asked': 'late',
  'no-doubt': 'late',
  'thanks-judged': 'late',
  state: 'late',
  ruled: 'late',
  papers: 'late',
  meeting: 'late',
  merge: 'late',
  way: 'late',
  search: 'late',
  part: 'late',
  role: 'not-theirs',
  'own-work': 'not-theirs',
  'not-found': 'not-there',
  'needs-words': 'unfit',
  'needs-reason': 'unfit',
  'needs-destination': 'unfit',
  'needs-telling': 'unfit',
  'person-unknown': 'unfit',
  'desk-empty': 'unfit',
  'no-suggestion': 'unfit',
  'no-papers': 'unfit',
  'no-candidate': 'unfit',
  'follows-enough': 'unfit',
  green: 'unfit',
};

/** What is missing may be said by itself next. */
const asksBack = (refusal: TicketRefusal): boolean =>
  refusal.kind === 'needs-words' ||
  refusal.kind === 'needs-reason' ||
  (refusal.kind === 'part' && refusal.why === 'why');

/** What somebody hears of what came of a command: a refusal in private, with what to do next. */
export const answerOutcome = async (
  ports: EnginePorts,
  inbound: Inbound,
  ticket: Ticket,
  command: TicketCommand,
  outcome: CommandOutcome,
): Promise<InboundAnswer> => {
  switch (outcome.kind) {
    case 'done':
      return heard(`#${ticket.number}：${command.kind}`);
    case 'repeated':
      return heardBefore;
    case 'absent':
      return sayNotFound(ports, inbound, command.by, ticket.number);
    case 'refused': {
      const { refusal } = outcome;
      if (refusal.kind === 'not-found') return sayNotFound(ports, inbound, command.by, ticket.number);
      await answerPerson(
        ports,
        inbound,
        sayRefusal(outcome.ticket, refusal),
        asksBack(refusal) ? { question: true } : {},
      );
      return notDone(notDoneFor[refusal.kind], `#${ticket.number}：${command.kind} 没有做，因为 ${refusal.kind}`);
    }
  }
};
