import type { CategoryId } from '../../community/category';
import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import { alarmGroup, alarmReporter } from '../alarming/alarm-reporter';
import { askPapers } from '../applying/ask-papers';
import { foldTicket } from '../apply-ticket-event';
import { dispatchReady } from '../dispatching/dispatch-ready';
import { guardOpen } from './duplicate';
import { handlerRoles } from '../working/handler-roles';
import type { TicketRefusal } from '../refusal';
import { groupCard } from '../telling/group-card';
import { classOf } from './report-class';
import { headOf, isShownInGroups } from '../telling/ticket-card';
import { answerTo } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** A danger that was seen late: everyone who reported it hears the number to ring. */
const tellReporters = (ticket: Ticket, context: TicketContext): readonly Say[] => [
  ...ticket.reporters.flatMap(({ person, group }) =>
    alarmReporter(ticket, { person, group }, 'alarm-reporter', context),
  ),
  ...alarmGroup(ticket, { group: ticket.reporters[0]?.group ?? null, replyTo: null }, context),
];

/** The administrator who approves chooses; then the group may see a card, and a desk gets it. */
export const categoriseTicket = (
  ticket: Ticket,
  { by, category }: { readonly by: Person; readonly category: CategoryId },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!hasRole(by, handlerRoles)) return refused({ kind: 'role', verb: '选类别' });
  if (ticket.phase !== 'reported' || ticket.category) return refused({ kind: 'state', verb: '选类别' });
  const known = context.community.categories.some((one) => one.id === category);
  if (!known) return refused({ kind: 'not-asked' });
  const deadlineClass = classOf(category, context.community, ticket.nature);
  const group = ticket.reporters[0]?.group ?? null;
  const shown = isShownInGroups(category, context.community) && deadlineClass !== 'critical';
  const events: TicketEvent[] = [
    {
      kind: 'categorised',
      at: context.now,
      by: by.id,
      category,
      class: deadlineClass,
      cardGroup: shown ? group : null,
    },
  ];
  const categorised = foldTicket(ticket, events) ?? ticket;
  const next = dispatchReady(categorised, context);
  const asked = askPapers(categorised, false, context);
  const after = foldTicket(categorised, [...next.events, ...asked.events]) ?? categorised;
  return decided({
    events: [...events, ...next.events, ...asked.events],
    says: [
      ...answerTo(by.id, 'categorised', context.now, { wording: 'ticket.categorised', params: headOf(after) }),
      ...(after.class === 'critical' ? tellReporters(after, context) : groupCard(after, context)),
      ...next.says,
      ...asked.says,
    ],
    guards: guardOpen(after, context),
  });
};
