import { minutesBetween } from '../../calendar/local-time';
import { decision, type Decision, type Say } from '../../decision';
import { headOf, isShownInGroups } from '../telling/ticket-card';
import { tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import type { Same } from './find-same';
import { headForOthers, holdersOf } from './merge-says';

/** Who reported a moment ago is still there to answer. */
const justNowMinutes = 10;

/** What a group has seen may be shown to another reporter; what was said in private may not. */
const isPublic = (other: Ticket, { community }: TicketContext): boolean =>
  isShownInGroups(other.category, community) && (other.reporters[0]?.group ?? null) !== null;

const askReporter = (ticket: Ticket, { other, alike }: Same, context: TicketContext): readonly Say[] => {
  const [reporter] = ticket.reporters;
  if (!reporter || !isPublic(other, context)) return [];
  const photos = other.photos.slice(0, 1);
  const here = minutesBetween(ticket.reportedAt, context.now) <= justNowMinutes;
  return tell(
    [reporter.person],
    `same-ask.${other.id}`,
    {
      wording: 'ticket.same-ask',
      params: {
        ...headOf(ticket),
        other: headForOthers(other),
        words: other.words.slice(0, 1),
        alike,
        photo: photos.length > 0,
      },
    },
    {
      ...(here ? { urgency: 'prompt' } : whenAwake(ticket, context)),
      question: true,
      choices: ['yes', 'no'],
      photos,
    },
  );
};

/** Whoever has it sees both photos, and can merge them. */
const hintHolders = (ticket: Ticket, { other, alike }: Same, context: TicketContext): readonly Say[] =>
  tell(
    holdersOf(ticket),
    `same-hint.${other.id}`,
    { wording: 'ticket.same-hint', params: { ...headOf(ticket), other: headOf(other), alike } },
    { ...whenAwake(ticket, context), photos: [...ticket.photos.slice(0, 1), ...other.photos.slice(0, 1)] },
  );

const peopleOf = (says: readonly Say[]): readonly string[] =>
  says.flatMap(({ to }) => ('person' in to ? [to.person] : []));

/** "是这件事吗？", asked once: the ticket stays its own until somebody says yes. */
export const askSame = (ticket: Ticket, same: Same, context: TicketContext): Decision<TicketEvent> => {
  const says = [...askReporter(ticket, same, context), ...hintHolders(ticket, same, context)];
  const { id, number } = same.other;
  return decision<TicketEvent>({
    events: [{ kind: 'same-asked', at: context.now, other: id, number, to: peopleOf(says) }],
    says,
  });
};
