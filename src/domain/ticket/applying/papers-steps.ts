import type { Community } from '../../community/community';
import { warnShareOf, stagesOf } from '../../community/stages-of';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import { foldTicket } from '../apply-ticket-event';
import { ladderSteps } from '../clocks/ladder-steps';
import { clockOf, stageDue } from '../clocks/stage-clock';
import { timeStep, type StepDone, type TimeRule, type TimeStep } from '../clocks/time-step';
import { reportersOf, tell } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { bringToOf, daysLater } from './ask-papers';
import { sayBrought } from './bring-papers';
import { lacksPapers } from './lacks-papers';
import type { Papers } from './papers';

/** Those who reported are reminded of what they still have to bring. */
const remind = (ticket: Ticket, papers: Papers, name: string, { now, community }: TicketContext): StepDone => {
  const to = reportersOf(ticket);
  return {
    events: [{ kind: 'notified', at: now, step: name, to }],
    says: tell(to, `${ticket.cycle}.${name}`, {
      wording: 'ticket.papers-remind',
      params: {
        ...headOf(ticket),
        papers: papers.listed,
        words: papers.more.map(({ words }) => words),
        until: papers.until,
        bringTo: bringToOf(ticket, community),
      },
    }),
  };
};

/** Nobody brought them: closed, with that as the reason on record, and everybody concerned is told. */
const lapse = (ticket: Ticket, { now, community }: TicketContext): StepDone => {
  const events: TicketEvent[] = [{ kind: 'archived', at: now, reason: 'no-papers' }];
  const closed = foldTicket(ticket, events) ?? ticket;
  const handlers = ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers;
  const spoken = (yours: boolean) =>
    ({ wording: 'ticket.papers-lapsed', params: { ...headOf(closed), yours } }) as const;
  return {
    events,
    says: [
      ...tell(reportersOf(ticket), 'papers-lapsed', spoken(false), afterQuietHours(now, community)),
      ...tell(
        handlers.filter((person) => !reportersOf(ticket).includes(person)),
        'papers-lapsed',
        spoken(true),
        afterQuietHours(now, community),
      ),
      ...editCards(closed, 'papers-lapsed'),
    ],
  };
};

/** What was brought is looked at in the time in which a matter is taken; then the level above is told. */
const lookSteps = (ticket: Ticket, community: Community, broughtAt: string): readonly TimeStep[] => {
  const due = stageDue(ticket, community, 'papers');
  if (due === null) return [];
  const minutes = Math.floor(stagesOf(community, ticket).claimMinutes * warnShareOf(community, ticket));
  const name = 'papers.warn';
  const warn = timeStep({
    kind: 'papers-look',
    name,
    at: clockOf(ticket, community).add(broughtAt, minutes),
    series: 'papers-look',
    stage: 'papers',
    perform: (held, context) => {
      const key = `${held.cycle}.${name}`;
      return {
        events: [
          { kind: 'notified', at: context.now, step: name, to: held.claimedBy ? [held.claimedBy] : held.handlers },
        ],
        says: sayBrought(held, { by: null, words: [], photos: [] }, { again: true, key }, context),
      };
    },
  });
  return [warn, ...ladderSteps(ticket, community, 'papers', due)];
};

/** While papers are missing: whoever has to act is reminded, and what is never brought is closed. */
export const papersSteps: TimeRule = (ticket, community) => {
  const { papers, phase } = ticket;
  if (papers === null || !lacksPapers(ticket)) return [];
  if (phase !== 'dispatched' && phase !== 'claimed' && phase !== 'waiting') return [];
  if (papers.broughtAt !== null) return lookSteps(ticket, community, papers.broughtAt);
  const { papersAgainDays } = community.policy;
  return [
    ...papersAgainDays.map((days) => {
      const name = `papers.again.${days}`;
      return timeStep({
        kind: 'papers-again',
        name,
        at: daysLater(ticket, papers.askedAt, days, community),
        series: 'papers',
        perform: (held, context) => remind(held, papers, name, context),
      });
    }),
    timeStep({ kind: 'papers-lapse', name: 'papers.lapse', at: papers.until, series: 'papers', perform: lapse }),
  ];
};
