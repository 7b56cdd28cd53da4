import { decided, refused, type Decision, type Result } from '../decision';
import type { MatterId } from '../ids';
import { awardGuardId } from '../points/award';
import { askMoreHands, standDown } from './alarming/stand-down';
import { goGreen } from './ways/green-channel';
import { tellInPerson } from './in-person/tell-in-person';
import { papersComplete, papersMissing } from './applying/judge-papers';
import { assignTicket } from './dispatching/assign-ticket';
import { conveneMeeting } from './convening/convene-meeting';
import { takeMinutes } from './convening/take-minutes';
import { foldTicket } from './apply-ticket-event';
import { answerCallBack } from './calling-back/answer-call-back';
import { answerRevisit } from './calling-back/answer-revisit';
import { missReporter } from './calling-back/miss-reporter';
import { askPart } from './joining/ask-part';
import { doOwnPart } from './joining/do-part';
import { dropPart } from './joining/drop-part';
import { followTicket, unfollowTicket } from './following/follow-ticket';
import { denySame } from './merging/deny-same';
import { mergeTicket } from './merging/merge-ticket';
import { unmergeTicket } from './merging/unmerge-ticket';
import { answerCheck } from './proving/answer-check';
import type { TicketRefusal } from './refusal';
import { categoriseTicket } from './reporting/categorise-ticket';
import { correctReport } from './reporting/correct-report';
import { answerDanger } from './reporting/danger-doubt';
import { openGuardId } from './reporting/duplicate';
import { joinTicket } from './reporting/join-ticket';
import { nameOfficers } from './reporting/name-officers';
import { placeTicket, supplementTicket } from './reporting/supplement-ticket';
import { withdrawTicket } from './reporting/withdraw-ticket';
import { roundOff } from './round-off';
import { passResult, sendBackResult } from './reviewing/judge-result';
import { superviseTicket } from './reviewing/supervise-ticket';
import { describeSearch } from './searching/describe-search';
import { denyFind, findPerson } from './searching/find-person';
import { giveLead } from './searching/give-lead';
import { linkFamily } from './searching/link-family';
import { listLeads } from './searching/list-leads';
import { barOfSearch } from './searching/keep-searching';
import { widenSearch } from './searching/widen-search';
import { passThanks, reachFamily, returnPerson } from './seeking/reach-family';
import { judgeThanks } from './identifying/judge-thanks';
import { showCandidates, showFamily } from './identifying/show-candidates';
import { showNumbers } from './identifying/show-numbers';
import { considerSuggestion } from './suggesting/consider-suggestion';
import { declineSuggestion } from './suggesting/decline-suggestion';
import { planSuggestion } from './suggesting/plan-suggestion';
import { isSuggestion } from './suggesting/suggestion';
import { firstReporterOf, reportersOf } from './telling/tell';
import type { Ticket } from './ticket';
import type { CommandKind, TicketCommand } from './ticket-command';
import type { TicketContext } from './ticket-context';
import type { TicketEvent } from './ticket-event';
import { answerConsent, answerVisit } from './ways/answer-way';
import { chooseWay } from './ways/choose-way';
import { cancelVisit, moveVisit } from './ways/move-visit';
import { settleAtOnce } from './ways/settle-at-once';
import { claimTicket, takeCharge } from './working/claim-ticket';
import { declineTicket } from './working/decline-ticket';
import { handOverTicket } from './working/hand-over-ticket';
import { isClosedTo } from './working/handler-roles';
import { askReporter } from './working/ask-reporter';
import { noteTicket } from './working/note-ticket';
import { pauseTicket, resumeTicket } from './working/pause-ticket';
import { raiseTicket } from './working/raise-ticket';
import { resolveTicket } from './working/resolve-ticket';

type Decided = Result<Decision<TicketEvent>, TicketRefusal>;

interface CommandRule<K extends CommandKind> {
  readonly decide: (ticket: Ticket, command: TicketCommand<K>, context: TicketContext) => Decided;
  /** Facts beside the ticket that it may rely on, by id; they are read before it is decided. Null: no such fact. */
  readonly reads?: (
    ticket: Ticket,
    command: TicketCommand<K>,
    context: Pick<TicketContext, 'now' | 'community'>,
  ) => string | null;
  /** The other ticket that it speaks of; it is read as well. */
  readonly other?: (ticket: Ticket, command: TicketCommand<K>) => MatterId | null;
}

/** What each command does: one line a command. */
const commandRules: { readonly [K in CommandKind]: CommandRule<K> } = {
  claim: { decide: (ticket, { by }, context) => claimTicket(ticket, by, context) },
  'take-charge': { decide: (ticket, { by }, context) => takeCharge(ticket, by, context) },
  resolve: {
    decide: resolveTicket,
    reads: (ticket, _command, { now, community }) => {
      const first = firstReporterOf(ticket);
      return first !== undefined && isSuggestion(ticket) ? awardGuardId('report', first, now, community) : null;
    },
  },
  answer: {
    decide: answerCallBack,
    reads: (ticket, _command, { now, community }) => {
      const first = firstReporterOf(ticket);
      return first === undefined ? null : awardGuardId('report', first, now, community);
    },
  },
  unheard: { decide: (ticket, { by }, context) => missReporter(ticket, by, context) },
  'still-fine': { decide: answerRevisit },
  danger: {
    decide: answerDanger,
    reads: (ticket, { danger }, { community }) =>
      danger ? null : openGuardId(ticket.otherwise ?? 'other', ticket.place.area, community),
  },
  decline: { decide: declineTicket },
  assign: { decide: assignTicket },
  'hand-over': { decide: handOverTicket },
  pause: { decide: pauseTicket },
  consider: { decide: considerSuggestion },
  plan: { decide: planSuggestion },
  'not-take-up': { decide: declineSuggestion },
  'ask-part': { decide: askPart },
  'drop-part': { decide: dropPart },
  resume: { decide: (ticket, { by }, context) => resumeTicket(ticket, by, context) },
  convene: { decide: conveneMeeting },
  minutes: { decide: takeMinutes },
  raise: { decide: raiseTicket },
  note: { decide: noteTicket },
  'ask-reporter': { decide: askReporter },
  'false-alarm': { decide: standDown },
  'more-hands': { decide: (ticket, { by }, context) => askMoreHands(ticket, by, context) },
  pass: { decide: (ticket, { by }, context) => passResult(ticket, by, context) },
  'send-back': { decide: sendBackResult },
  supervise: { decide: superviseTicket },
  settle: { decide: settleAtOnce },
  'choose-way': { decide: chooseWay },
  consent: { decide: answerConsent },
  'answer-visit': { decide: answerVisit },
  'move-visit': { decide: moveVisit },
  'cancel-visit': { decide: cancelVisit },
  tell: { decide: tellInPerson },
  green: { decide: goGreen },
  'papers-complete': { decide: (ticket, { by }, context) => papersComplete(ticket, by, context) },
  'papers-missing': { decide: papersMissing },
  withdraw: { decide: (ticket, { by }, context) => withdrawTicket(ticket, by, context) },
  join: { decide: joinTicket },
  supplement: { decide: supplementTicket },
  place: {
    decide: placeTicket,
    reads: (ticket, { place }, { community }) => openGuardId(ticket.category, place.area, community),
  },
  correct: {
    decide: correctReport,
    reads: (ticket, { category, place }, { community }) =>
      openGuardId(category ?? ticket.category, place.area ?? ticket.place.area, community),
  },
  categorise: {
    decide: categoriseTicket,
    reads: (ticket, { category }, { community }) => openGuardId(category, ticket.place.area, community),
  },
  merge: { decide: mergeTicket, other: (_ticket, { into }) => into },
  'not-same': { decide: denySame, other: (_ticket, { other }) => other },
  prove: { decide: answerCheck },
  reach: { decide: reachFamily },
  return: { decide: returnPerson },
  thank: { decide: passThanks },
  search: { decide: describeSearch },
  widen: { decide: widenSearch },
  lead: { decide: giveLead },
  leads: { decide: listLeads },
  found: { decide: findPerson },
  'deny-find': { decide: denyFind },
  'link-family': { decide: linkFamily },
  'show-candidates': { decide: showCandidates },
  'show-family': { decide: showFamily },
  'show-numbers': { decide: showNumbers },
  'judge-thanks': { decide: judgeThanks },
  follow: { decide: (ticket, { by }, context) => followTicket(ticket, by, context) },
  unfollow: { decide: (ticket, { by }, context) => unfollowTicket(ticket, by, context) },
  unmerge: { decide: unmergeTicket, other: ({ merged }) => merged?.into ?? null },
};

const decideCommand = <K extends CommandKind>(
  ticket: Ticket,
  command: TicketCommand<K>,
  context: TicketContext,
): Decided => {
  const rule: CommandRule<K> = commandRules[command.kind];
  return rule.decide(ticket, command, context);
};

/** The other ticket that this command speaks of, to be read before it is decided; null: none. */
export const otherOfCommand = <K extends CommandKind>(ticket: Ticket, command: TicketCommand<K>): MatterId | null => {
  const rule: CommandRule<K> = commandRules[command.kind];
  return rule.other?.(ticket, command) ?? null;
};

/** The facts beside the ticket that this command may rely on; they are read before it is decided. */
export const guardsOfCommand = <K extends CommandKind>(
  ticket: Ticket,
  command: TicketCommand<K>,
  context: Pick<TicketContext, 'now' | 'community'>,
): readonly string[] => {
  const rule: CommandRule<K> = commandRules[command.kind];
  const id = rule.reads?.(ticket, command, context) ?? null;
  return id === null ? [] : [id];
};

/** Somebody said something: the decision, or why not. */
export const decideTicket = (ticket: Ticket, command: TicketCommand, context: TicketContext): Decided => {
  if (isClosedTo(ticket, command.by, context.community)) return refused({ kind: 'not-found' });
  const bar = barOfSearch(ticket, command.kind, command.by.id);
  if (bar) return refused(bar);
  const reports = command.kind === 'join' || reportersOf(ticket).includes(command.by.id);
  const named = nameOfficers(ticket, reports ? (context.named ?? []) : [], context);
  const known = foldTicket(ticket, named.events) ?? ticket;
  const result = doOwnPart(known, command, context) ?? decideCommand(known, command, context);
  if (!result.ok) return result;
  const made = {
    ...result.value,
    events: [...named.events, ...result.value.events],
    says: [...named.says, ...result.value.says],
  };
  return decided(roundOff(ticket, made, command.by.id, context));
};
