import type { SaidState } from './params';

/** Whether a card still invites others who have met with the same: not once it is said to be done or ended. */
export const takesMore = (state: SaidState): boolean => {
  switch (state) {
    case 'reported':
    case 'dispatched':
    case 'claimed':
    case 'waiting':
    case 'considered':
    case 'planned':
      return true;
    case 'under-review':
    case 'resolved':
    case 'called-back':
    case 'archived':
    case 'withdrawn':
    case 'refused':
    case 'not-ours':
    case 'merged':
    case 'done':
    case 'declined':
      return false;
  }
};
