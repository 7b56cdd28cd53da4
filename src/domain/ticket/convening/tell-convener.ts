import type { Person } from '../../community/community';
import type { Say } from '../../decision';
import type { WordsId } from '../../ids';
import { tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';

/** Who was invited and leaves a word (cannot come, brings the drawings) has said it to whoever convened. */
export const tellConvener = (
  { meeting, ...ticket }: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId },
  context: TicketContext,
): readonly Say[] =>
  meeting !== null && meeting.minutes === null && meeting.by !== by.id && meeting.to.includes(by.id)
    ? tell(
        [meeting.by],
        `meeting-word.${context.now}.${by.id}`,
        { wording: 'ticket.meeting-word', params: { ...headOf({ meeting, ...ticket }), by: by.id, words: [words] } },
        whenAwake({ meeting, ...ticket }, context),
      )
    : [];
