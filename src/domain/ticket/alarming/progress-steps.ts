import { addMinutes } from '../../calendar/local-time';
import { timeStep, type StepDone, type TimeRule } from '../clocks/time-step';
import { dutyLeaders } from '../seeking/duty-leaders';
import { tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';

/** The pauses grow up to this many times the pack's minutes: a long night is not one question after the other. */
const longestPause = 4;

const askLeader = (ticket: Ticket, name: string, { now, community }: TicketContext): StepDone => {
  const to = ticket.claimedBy === null ? [] : dutyLeaders(ticket, { now, community });
  const since = ticket.newsAt ?? ticket.claimedAt ?? ticket.reportedAt;
  return {
    events: [{ kind: 'notified', at: now, step: name, to }],
    says: ticket.claimedBy
      ? tell(
          to,
          `${name}.${ticket.cycle}`,
          { wording: 'ticket.ask-progress', params: { ...headOf(ticket), owner: ticket.claimedBy, since } },
          { urgency: 'critical' },
        )
      : [],
  };
};

/** The owner of a danger has busy hands: without news the leader on duty is asked how it goes, again and again until it ends. */
export const progressSteps: TimeRule = (ticket, { policy }) => {
  if (ticket.class !== 'critical' || ticket.phase !== 'claimed' || ticket.claimedAt === null) return [];
  const asked = ticket.notices.filter(({ step }) => step.startsWith('progress.'));
  const since = [ticket.claimedAt, ticket.newsAt ?? '', asked.at(-1)?.at ?? ''].sort().at(-1) ?? ticket.claimedAt;
  const name = `progress.${asked.length + 1}`;
  const pause = policy.progressMinutes * Math.min(2 ** asked.length, longestPause);
  return [
    timeStep({
      kind: 'progress',
      name,
      at: addMinutes(since, pause),
      perform: (held, context) => askLeader(held, name, context),
    }),
  ];
};
