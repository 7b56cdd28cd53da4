import type { CategoryId } from '../community/category';
import type { Person, Role } from '../community/community';
import { decided, refused, type Decision, type Result } from '../decision';
import type { ChatId, Moment, PhotoId, WordsId } from '../ids';
import { answerCallBack, type CallBackAnswer } from './calling-back/answer-call-back';
import { foldTicket } from './apply-ticket-event';
import { nameOfficers } from './reporting/name-officers';
import { openGuardId } from './reporting/duplicate';
import { categoriseTicket } from './reporting/categorise-ticket';
import { claimTicket, takeCharge } from './working/claim-ticket';
import { answerDanger } from './reporting/danger-doubt';
import { declineTicket } from './working/decline-ticket';
import { isClosedTo } from './working/handler-roles';
import { handOverTicket } from './working/hand-over-ticket';
import { joinTicket } from './reporting/join-ticket';
import { noteTicket } from './working/note-ticket';
import { pauseTicket, resumeTicket } from './working/pause-ticket';
import { raiseTicket } from './working/raise-ticket';
import { awardGuardId } from '../points/award';
import type { TicketRefusal } from './refusal';
import { reportersOf } from './telling/tell';
import { resolveTicket } from './working/resolve-ticket';
import { askMoreHands, standDown } from './alarming/stand-down';
import { placeTicket, supplementTicket } from './reporting/supplement-ticket';
import type { Place, Ticket } from './ticket';
import type { TicketEvent } from './ticket-event';
import type { TicketContext } from './ticket-context';
import { withdrawTicket } from './reporting/withdraw-ticket';

/** Everything somebody can say to a ticket. */
export type TicketCommand = { readonly by: Person } & (
  | { readonly kind: 'claim' }
  | { readonly kind: 'take-charge' }
  | { readonly kind: 'resolve'; readonly words: WordsId | null; readonly photos: readonly PhotoId[] }
  /** `cycle`: the question's, when a question of ours was answered; one of an earlier cycle is no answer any more. */
  | { readonly kind: 'answer'; readonly answer: CallBackAnswer; readonly cycle?: number }
  | { readonly kind: 'danger'; readonly danger: boolean; readonly why: 'reporter' | 'unreachable' }
  | { readonly kind: 'decline'; readonly why: 'not-ours' | 'cannot-do'; readonly words: WordsId | null }
  | { readonly kind: 'hand-over'; readonly to: Person | null; readonly words: WordsId | null }
  | { readonly kind: 'pause'; readonly until: Moment; readonly words: WordsId | null }
  | { readonly kind: 'resume' }
  | { readonly kind: 'raise'; readonly words: WordsId | null }
  | { readonly kind: 'note'; readonly words: WordsId | null }
  | { readonly kind: 'false-alarm'; readonly words: WordsId | null }
  | { readonly kind: 'more-hands' }
  | { readonly kind: 'withdraw' }
  | {
      readonly kind: 'join';
      readonly role: Role;
      readonly group: ChatId | null;
      readonly as: 'reporter' | 'me-too';
      readonly words: readonly WordsId[];
      readonly photos: readonly PhotoId[];
    }
  | {
      readonly kind: 'supplement';
      readonly words: readonly WordsId[];
      readonly photos: readonly PhotoId[];
      readonly quietly: boolean;
    }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'categorise'; readonly category: CategoryId }
);

/** Somebody said something: the decision, or why not. */
export const decideTicket = (
  ticket: Ticket,
  command: TicketCommand,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (isClosedTo(ticket, command.by, context.community)) return refused({ kind: 'not-found' });
  const reports = command.kind === 'join' || reportersOf(ticket).includes(command.by.id);
  const named = nameOfficers(ticket, reports ? (context.named ?? []) : [], context);
  const result = decideCommand(foldTicket(ticket, named.events) ?? ticket, command, context);
  return result.ok && named.events.length > 0
    ? decided({
        ...result.value,
        events: [...named.events, ...result.value.events],
        says: [...named.says, ...result.value.says],
      })
    : result;
};

const decideCommand = (
  ticket: Ticket,
  command: TicketCommand,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  switch (command.kind) {
    case 'claim':
      return claimTicket(ticket, command.by, context);
    case 'take-charge':
      return takeCharge(ticket, command.by, context);
    case 'resolve':
      return resolveTicket(ticket, command, context);
    case 'answer':
      return answerCallBack(ticket, command, context);
    case 'danger':
      return answerDanger(ticket, command, context);
    case 'decline':
      return declineTicket(ticket, command, context);
    case 'hand-over':
      return handOverTicket(ticket, command, context);
    case 'pause':
      return pauseTicket(ticket, command, context);
    case 'resume':
      return resumeTicket(ticket, command.by, context);
    case 'raise':
      return raiseTicket(ticket, command, context);
    case 'note':
      return noteTicket(ticket, command, context);
    case 'false-alarm':
      return standDown(ticket, command, context);
    case 'more-hands':
      return askMoreHands(ticket, command.by, context);
    case 'withdraw':
      return withdrawTicket(ticket, command.by, context);
    case 'join':
      return joinTicket(ticket, command, context);
    case 'supplement':
      return supplementTicket(ticket, command, context);
    case 'place':
      return placeTicket(ticket, command, context);
    case 'categorise':
      return categoriseTicket(ticket, command, context);
  }
};

/** The facts beside the ticket that this command may rely on; they are read before it is decided. */
export const guardsOfCommand = (
  ticket: Ticket,
  command: TicketCommand,
  { now, community }: Pick<TicketContext, 'now' | 'community'>,
): readonly string[] => {
  const open = (id: string | null): readonly string[] => (id ? [id] : []);
  const first = reportersOf(ticket)[0];
  switch (command.kind) {
    case 'answer':
      return first ? [awardGuardId(first, now, community)] : [];
    case 'categorise':
      return open(openGuardId(command.category, ticket.place.area, community));
    case 'place':
      return open(openGuardId(ticket.category, command.place.area, community));
    case 'danger':
      return command.danger ? [] : open(openGuardId(ticket.otherwise ?? 'other', ticket.place.area, community));
    case 'claim':
    case 'take-charge':
    case 'resolve':
    case 'decline':
    case 'hand-over':
    case 'pause':
    case 'resume':
    case 'raise':
    case 'note':
    case 'false-alarm':
    case 'more-hands':
    case 'withdraw':
    case 'join':
    case 'supplement':
      return [];
  }
};
