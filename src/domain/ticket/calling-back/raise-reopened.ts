import type { Say } from '../../decision';
import { directorsOf } from '../dispatching/approvers';
import { levelAbove } from '../dispatching/level-above';
import { promisedDue } from '../clocks/stage-clock';
import { tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';

interface Raised {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

/** Reopened time and again: the level above its owner is asked to see to it, and hears why. */
export const raiseReopened = (reopened: Ticket, context: TicketContext): Raised => {
  const { community, now } = context;
  const { reopenings: times, claimedBy } = reopened;
  if (times < community.policy.reopeningsToRaise) return { events: [], says: [] };
  const owner = community.officers.find(({ id }) => id === claimedBy);
  const to = (owner ? levelAbove(reopened, owner, context) : directorsOf(reopened, community, now)).filter(
    (person) => person !== claimedBy,
  );
  if (to.length === 0) return { events: [], says: [] };
  const params = { ...headOf(reopened), times, owner: claimedBy, due: promisedDue(reopened, community) };
  return {
    events: [{ kind: 'reopened-often', at: now, times, to }],
    says: tell(
      to,
      `reopened-often.${reopened.cycle}`,
      { wording: 'ticket.reopened-often', params },
      {
        ...whenAwake(reopened, context),
        choices: ['claim'],
        photos: reopened.photos,
      },
    ),
  };
};
