import type { TicketEvent } from '../../src/domain/ticket/ticket-event';
import type { FollowingParams } from '../../src/domain/wording/following-params';
import type { Head } from '../../src/domain/wording/params';

/** Somebody who did not report it hears of it, and does not any more. */
export const followingSteps = (
  at: string,
): { readonly [K in 'followed' | 'unfollowed']: Extract<TicketEvent, { kind: K }> } => ({
  followed: { at, kind: 'followed', by: 'zhao' },
  unfollowed: { at, kind: 'unfollowed', by: 'zhao' },
});

export const followingStepsSaid: readonly string[] = ['有人关注了这件事', '有人不再关注了'];

/** Every message to those who follow a matter, in each of its forms. */
export const followingSamples = (
  head: Head,
  due: string,
): { readonly [K in keyof FollowingParams]: readonly FollowingParams[K][] } => ({
  'ticket.followed': [
    { ...head, state: 'dispatched', desk: 'grid-2', due },
    { ...head, state: 'reported', desk: null, due: null },
  ],
  'ticket.follow-news': [
    { ...head, state: 'claimed', desk: 'grid-2', due, open: true },
    { ...head, state: 'resolved', desk: null, due: null, open: true },
    { ...head, state: 'archived', desk: 'grid-2', due: null, open: false },
    { ...head, state: 'merged', desk: 'grid-2', due: null, open: false, into: 102 },
  ],
  'ticket.unfollowed': [true, false]
    .map((was) => ({ number: 101, was, reports: false }))
    .concat([{ number: 101, was: false, reports: true }]),
  'ticket.follow-own': [head],
});
