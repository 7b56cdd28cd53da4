import type { Community } from '../../community/community';
import type { Say } from '../../decision';
import type { PersonId } from '../../ids';
import { roundOf } from '../clocks/round-of';
import { timeStep, type TimeRule, type TimeStep } from '../clocks/time-step';
import { tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { isRunning, leadersOf, takesParts } from './open-parts';
import type { Part } from './part';
import { partDue, partWarnAt } from './part-clock';
import { helpersOf } from './part-says';

/** To whoever has the part, and to whoever leads the whole. */
const tellBoth = (
  part: Part,
  ticket: Ticket,
  { step, wording }: { readonly step: string; readonly wording: 'ticket.part-remind' | 'ticket.part-late' },
  context: TicketContext,
): { readonly to: readonly PersonId[]; readonly says: readonly Say[] } => {
  const helpers = helpersOf(part, ticket, context);
  const leaders = leadersOf(ticket).filter((person) => !helpers.includes(person));
  const params = {
    ...headOf(ticket),
    desk: part.desk,
    people: helpers,
    words: [part.words],
    due: partDue(part, ticket, context.community),
  };
  const key = `${roundOf(ticket)}.${step}`;
  const extras = whenAwake(ticket, context);
  return {
    to: [...helpers, ...leaders],
    says: [
      ...tell(
        helpers,
        key,
        { wording, params: { ...params, yours: true } },
        { ...extras, choices: [part.state === 'asked' ? 'claim' : 'resolve'] },
      ),
      ...tell(leaders, key, { wording, params: { ...params, yours: false } }, extras),
    ],
  };
};

/** A reminder before the part's own deadline, and word of it when that is over; above it is the ladder of the whole. */
const stepsOfPart = (part: Part, ticket: Ticket, community: Community): readonly TimeStep[] => {
  const name = `part.${part.id}.${part.sentBack}`;
  const step = (kind: 'part-warn' | 'part-breach', at: string): TimeStep =>
    timeStep({
      kind,
      name: `${name}.${kind}`,
      at,
      series: name,
      perform: (held, context) => {
        const now = held.parts.find(({ id }) => id === part.id) ?? part;
        const wording = kind === 'part-warn' ? 'ticket.part-remind' : 'ticket.part-late';
        const { to, says } = tellBoth(now, held, { step: `${name}.${kind}`, wording }, context);
        return { events: [{ kind: 'notified', at: context.now, step: `${name}.${kind}`, to }], says };
      },
    });
  return [
    step('part-warn', partWarnAt(part, ticket, community)),
    step('part-breach', partDue(part, ticket, community)),
  ];
};

/** The clocks of the parts of a joint order. */
export const partSteps: TimeRule = (ticket, community) =>
  takesParts(ticket) ? ticket.parts.filter(isRunning).flatMap((part) => stepsOfPart(part, ticket, community)) : [];
