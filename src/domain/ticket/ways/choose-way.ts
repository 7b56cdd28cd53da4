import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { Moment, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, reportersOf, tell } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles, mayHandle } from '../working/handler-roles';
import { hasIt } from '../working/has-it';
import { askVisit } from './ask-visit';
import { residentAwake } from './resident-awake';
import type { WayKind } from './way';

export interface ChooseWay {
  readonly by: Person;
  readonly way: Exclude<WayKind, 'at-once'>;
  /** When they meet; null where no time was understood. */
  readonly visit: { readonly from: Moment; readonly to: Moment | null } | null;
  readonly words: WordsId | null;
}

export const wayVerbs = { 'on-behalf': '代办', accompanied: '陪办', 'at-home': '上门办' } as const;

/** The leave to act for somebody is the resident's to give, and asked in private. */
const askConsent = (ticket: Ticket, by: Person, context: TicketContext): readonly Say[] => [
  ...answerTo(by.id, 'consent-asked', context.now, { wording: 'ticket.consent-asked', params: headOf(ticket) }),
  ...reportersOf(ticket).flatMap((person) =>
    tell(
      [person],
      `consent-ask.${context.now}`,
      {
        wording: 'ticket.consent-ask',
        params: { ...headOf(ticket), name: person, by: by.id, words: [ticket.way?.words ?? []].flat() },
      },
      { ...residentAwake(ticket, context), question: true, choices: ['agree', 'disagree'] },
    ),
  ),
];

const mayChoose = (ticket: Ticket, by: Person): boolean =>
  ticket.phase === 'dispatched' ? hasRole(by, handlerRoles) || hasIt(ticket, by.id) : mayHandle(ticket, by);

/** `代办`, `陪办`, `上门办`: how it is done, and by that taken where nobody had it. */
export const chooseWay = (
  ticket: Ticket,
  { by, way, visit, words }: ChooseWay,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const verb = wayVerbs[way];
  const { now } = context;
  if (!mayChoose(ticket, by)) return refused({ kind: 'role', verb });
  if (ticket.class === 'critical') return refused({ kind: 'state', verb });
  if (ticket.phase !== 'dispatched' && ticket.phase !== 'claimed' && ticket.phase !== 'waiting')
    return refused({ kind: 'state', verb });
  if (way === 'on-behalf' && !words) return refused({ kind: 'needs-words', verb });
  if (way !== 'on-behalf' && (visit === null || visit.from <= now)) return refused({ kind: 'way', why: 'time' });
  const events: TicketEvent[] = [
    ...(ticket.claimedBy ? [] : [{ kind: 'claimed', at: now, by: by.id } as const]),
    { kind: 'way-chosen', at: now, by: by.id, way, words },
    ...(way !== 'on-behalf' && visit
      ? [
          {
            kind: 'visit-proposed',
            at: now,
            by: by.id,
            side: 'handler',
            from: visit.from,
            until: visit.to,
            words: null,
          } as const,
        ]
      : []),
  ];
  const chosen = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...(way === 'on-behalf' ? askConsent(chosen, by, context) : askVisit(chosen, by.id, context)),
      ...editCards(chosen, `way.${now}`),
    ],
  });
};
