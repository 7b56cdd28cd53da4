import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { Meeting } from './meeting';

const withMeeting = (ticket: Ticket, change: (meeting: Meeting) => Meeting): Ticket => ({
  ...ticket,
  meeting: ticket.meeting && change(ticket.meeting),
});

export const conveningFolds: Folds<'convened' | 'meeting-told' | 'minutes-taken'> = {
  convened: (ticket, { at, by, desk, from, words, desks, to }) => ({
    ...ticket,
    meeting: { by, desk, from, words, desks, to, convenedAt: at, told: [], minutes: null },
  }),
  'meeting-told': (ticket, { what }) =>
    withMeeting(ticket, (meeting) => ({ ...meeting, told: [...meeting.told, what] })),
  // What is added afterwards does not take back what the meeting came to.
  'minutes-taken': (ticket, { at, by, words, photos, result }) =>
    withMeeting(ticket, (meeting) => ({
      ...meeting,
      minutes: { by, words, photos, result: result ?? meeting.minutes?.result ?? null, at },
    })),
};
