import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { PersonId, PhotoId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { othersAt } from '../dispatching/level-people';
import type { TicketRefusal } from '../refusal';
import { answerTo, tell, whenAwake } from '../telling/tell';
import { headOf, saidState } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { finishTicket } from '../working/resolve-ticket';
import { levelThatSettled } from '../working/level-that-settled';
import { branchOf } from './branch-of';
import { isMetAbout } from './convene-meeting';
import type { Meeting, MeetingResult } from './meeting';

type Taken = Result<Decision<TicketEvent>, TicketRefusal>;

export interface TakeMinutes {
  readonly by: Person;
  readonly words: WordsId | null;
  readonly photos: readonly PhotoId[];
  /** Null: the words do not say it. */
  readonly result: MeetingResult | null;
}

const taken = ({ by, words, photos }: TakeMinutes, result: MeetingResult | null, now: string): TicketEvent => ({
  kind: 'minutes-taken',
  at: now,
  by: by.id,
  words,
  photos,
  result,
});

/** The matter is over already: the minutes are kept, and change nothing. */
const keepLate = (ticket: Ticket, command: TakeMinutes, { now }: TicketContext): Taken =>
  decided({
    events: [taken(command, null, now)],
    says: answerTo(command.by.id, 'minutes-kept', now, {
      wording: 'ticket.minutes-kept',
      params: { ...headOf(ticket), state: saidState(ticket) },
    }),
  });

/**
 * It is done: within the grid, unless somebody of a higher level had it in hand. A photo of the minutes shows no work, and
 * who sat there: it stays with them.
 */
const solve = (ticket: Ticket, command: TakeMinutes, context: TicketContext): Taken => {
  const { by, words } = command;
  const minutes = taken(command, 'solved', context.now);
  const noted = foldTicket(ticket, [minutes]) ?? ticket;
  // The meeting settled it, and not the office that its convener may hold.
  const level = levelThatSettled(noted, { ...by, roles: [] }, context.community);
  const done = finishTicket(
    noted,
    { by, words, photos: [], reasoned: true, noHome: true, level: level === 'grid' ? 'branch' : level },
    context,
  );
  return done.ok ? decided({ ...done.value, events: [minutes, ...done.value.events] }) : done;
};

/** Whom it goes up to: the community's people; without any, the street office. */
const above = (ticket: Ticket, by: Person, { community, now }: TicketContext): readonly PersonId[] => {
  const levels = (['community', 'street'] as const).map((level) =>
    othersAt(level, ticket, community, now)
      .map(({ id }) => id)
      .filter((id) => id !== by.id),
  );
  return levels.find((people) => people.length > 0) ?? [];
};

const climb = (ticket: Ticket, command: TakeMinutes, meeting: Meeting, context: TicketContext): Taken => {
  const { by, words, photos } = command;
  const { now } = context;
  const to = above(ticket, by, context);
  if (to.length === 0) return refused({ kind: 'state', verb: '上报' });
  const params = { ...headOf(ticket), by: by.id, desk: meeting.desk, words: [words ?? []].flat() };
  const says: readonly Say[] = [
    ...tell(
      to,
      `minutes-up.${now}`,
      { wording: 'ticket.minutes-up', params },
      { ...whenAwake(ticket, context), choices: ['claim'], photos: [...ticket.photos, ...photos] },
    ),
    ...answerTo(by.id, 'minutes-up-done', now, { wording: 'ticket.raised-to', params: { ...headOf(ticket), to } }),
  ];
  return decided({
    events: [taken(command, 'up', now), { kind: 'raised', at: now, by: by.id, words, to }],
    says,
  });
};

/**
 * `纪要 #12 解决了 …`, `纪要 #12 没解决 …`: what the meeting came to. Solved it is done; else it goes up the ladder with
 * the minutes. Minutes that come when the matter is over are kept beside it.
 */
export const takeMinutes = (ticket: Ticket, command: TakeMinutes, context: TicketContext): Taken => {
  const { by, words, photos, result } = command;
  const { community, now } = context;
  if (branchOf(ticket, by, community, now) === null) return refused({ kind: 'meeting', why: 'branch' });
  if (ticket.meeting === null) return refused({ kind: 'meeting', why: 'none' });
  if (words === null && photos.length === 0) return refused({ kind: 'needs-words', verb: '纪要' });
  if (!isMetAbout(ticket)) return keepLate(ticket, command, context);
  if (result === null) return refused({ kind: 'meeting', why: 'result' });
  return result === 'solved' ? solve(ticket, command, context) : climb(ticket, command, ticket.meeting, context);
};
