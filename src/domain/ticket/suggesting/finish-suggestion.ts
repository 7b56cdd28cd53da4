import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { PhotoId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { awardReporter } from '../calling-back/award-reporter';
import type { TicketRefusal } from '../refusal';
import { firstReporterOf } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { whyNotDecide } from './suggestion';
import { tellProposers } from './tell-proposers';

export interface FinishSuggestion {
  readonly by: Person;
  readonly words: WordsId | null;
  readonly photos: readonly PhotoId[];
}

/** `办结 #12`: it is there, shown or said; whoever thought of it first is thanked and gets the points of a report. */
export const finishSuggestion = (
  ticket: Ticket,
  { by, words, photos }: FinishSuggestion,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const refusal = whyNotDecide(ticket, by, '办结');
  if (refusal) return refused(refusal);
  if (!words && photos.length === 0) return refused({ kind: 'needs-words', verb: '办结' });
  const first = firstReporterOf(ticket) ?? by.id;
  const given = awardReporter(ticket, first, context);
  const events: TicketEvent[] = [
    { kind: 'done', at: context.now, by: by.id, words, photos },
    ...(given.points > 0 ? [{ kind: 'awarded', at: context.now, to: first, points: given.points } as const] : []),
  ];
  const done = foldTicket(ticket, events) ?? ticket;
  const said = [words ?? []].flat();
  const spoken = (name: string) =>
    ({
      wording: 'suggestion.done',
      params: { ...headOf(done), name, words: said, points: name === first ? given.points : 0 },
    }) as const;
  return decided({
    events,
    says: [...tellProposers(done, { by: by.id, step: 'done', spoken }, context), ...given.says],
    postings: given.postings,
    guards: given.guards,
  });
};
