import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { PhotoId, WordsId } from '../../ids';
import type { TicketRefusal } from '../refusal';
import { headOf } from '../telling/ticket-card';
import { answerTo, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { mayHandle } from '../working/handler-roles';

export interface AnswerCheck {
  readonly by: Person;
  readonly words: WordsId | null;
  readonly photos: readonly PhotoId[];
}

/** The handler's answer to a failed check: another photo, which is looked at anew, or why there is none. */
export const answerCheck = (
  ticket: Ticket,
  { by, words, photos }: AnswerCheck,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now } = context;
  if (!mayHandle(ticket, by) && ticket.resolvedBy !== by.id) return refused({ kind: 'role', verb: '办结' });
  if (ticket.photoCheck !== 'failed') return refused({ kind: 'not-asked' });
  if (photos.length === 0 && words === null) return refused({ kind: 'needs-words', verb: '办结' });
  const events: TicketEvent[] = [
    ...(photos.length > 0 ? [{ kind: 'proved', at: now, by: by.id, photos } as const] : []),
    ...(words === null ? [] : [{ kind: 'photo-explained', at: now, by: by.id, words } as const]),
  ];
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'photo-noted', now, {
        wording: 'ticket.photo-noted',
        params: { ...headOf(ticket), photo: photos.length > 0 },
      }),
      ...tell(
        ticket.review?.to ?? [],
        `photo-answer.${now}`,
        {
          wording: 'ticket.added',
          params: { ...headOf(ticket), role: by.roles[0]?.role ?? 'grid-worker', words: [words ?? []].flat() },
        },
        { ...whenAwake(ticket, context), photos },
      ),
    ],
  });
};
