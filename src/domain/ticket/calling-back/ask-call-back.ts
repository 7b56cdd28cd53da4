import type { Community } from '../../community/community';
import type { Say } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import type { Spoken } from '../../wording/params';
import { sayResult } from '../in-person/say-result';
import { isOwnResult } from '../in-person/told';
import { ownReportersOf } from '../merging/join-reporters';
import { nextAskAt } from './next-ask';
import { deskOf, headOf } from '../telling/ticket-card';
import { askableMoment, tell } from '../telling/tell';
import type { Reporter } from '../reporting/reporter';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** The four answers of the call-back: solved and satisfied in one press. */
export const callBackChoices = ['solved-satisfied', 'solved-unsatisfied', 'not-solved', 'not-seen-yet'] as const;

/** The answers to a list of matters, asked about in one message. */
export const digestChoices = ['all-solved', 'one-by-one'] as const;

/** The cycle whose outcome a message of ours asked about, by its key; null when it asked something else. */
export const cycleAsked = (key: string): number | null => {
  const found = /^(?:call-back|revisit)\.(\d+)\./u.exec(key) ?? /^(\d+)\.phone-/u.exec(key);
  return found ? Number(found[1]) : null;
};

/** What this person reported: whose ticket was merged into this one is reminded of the own words, not of another's. */
export const saidBy = (ticket: Ticket, person: PersonId): readonly WordsId[] => {
  if (ownReportersOf(ticket).some((own) => own.person === person)) return ticket.words;
  return ticket.absorbed.find(({ reporters }) => reporters.some((each) => each.person === person))?.words ?? [];
};

interface CallBackAsked {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

const question = (ticket: Ticket, person: PersonId, ask: number, community: Community): Spoken => ({
  wording: 'ticket.call-back',
  params: {
    ...headOf(ticket),
    name: person,
    summary: saidBy(ticket, person).slice(0, 1),
    desk: deskOf(ticket, community),
    again: ask > 1,
    photos: (ticket.resolution?.photos ?? []).length > 0,
  },
});

/** Whoever reported it for somebody else passes the result on. */
const asksFor = (ticket: Ticket, person: PersonId): boolean =>
  ticket.onBehalf !== null && ticket.reporters[0]?.person === person;

/** Riders are asked once a day; who said that it is not solved, or passes a result on, waits for this one question. */
const isListed = (ticket: Ticket, { person, role }: Reporter): boolean =>
  role === 'rider' && ticket.cycle === 1 && !asksFor(ticket, person);

/**
 * Asks every reporter whether it is solved (text 5), in daytime and not at riders' meal peaks.
 * `ask` counts from 1 within the cycle.
 */
export const askCallBack = (ticket: Ticket, ask: number, { community, now }: TicketContext): CallBackAsked => {
  const role = ticket.reporters[0]?.role ?? 'resident';
  const askedAt = askableMoment(now, role, community);
  const nextAt = askableMoment(nextAskAt(askedAt, ask, community), role, community);
  const photos = ticket.resolution?.photos ?? [];
  return {
    events: [{ kind: 'call-back-asked', at: now, ask, nextAt }],
    says: ticket.reporters
      .filter((reporter) => reporter.kind === 'reporter')
      .flatMap((reporter) => {
        const holdUntil = askableMoment(now, reporter.role, community);
        return tell(
          [reporter.person],
          `call-back.${ticket.cycle}.${ask}`,
          asksFor(ticket, reporter.person)
            ? sayResult(ticket, reporter.person, ask > 1)
            : question(ticket, reporter.person, ask, community),
          {
            ...(asksFor(ticket, reporter.person) && isOwnResult(ticket, reporter.person)
              ? {}
              : { question: true, choices: callBackChoices }),
            ...(ask === 1 ? { photos } : {}),
            ...(holdUntil === now ? {} : { holdUntil }),
            ...(isListed(ticket, reporter) ? { together: 'call-backs' as const } : {}),
            ...(reporter.group ? { fallbackChat: reporter.group } : {}),
          },
        );
      }),
  };
};
