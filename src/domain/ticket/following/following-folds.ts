import type { Folds } from '../folds';

export const followingFolds: Folds<'followed' | 'unfollowed'> = {
  followed: (ticket, { by }) => ({ ...ticket, followers: [...ticket.followers.filter((each) => each !== by), by] }),
  unfollowed: (ticket, { by }) => ({ ...ticket, followers: ticket.followers.filter((each) => each !== by) }),
};
