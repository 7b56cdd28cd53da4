import type { WordingParams } from '../params';

/** How the household's last marks stand. */
export const lastOf = (last: WordingParams['round.account']['last']): string | null => {
  if (!last) return null;
  const state = {
    open: 'not posted yet; to object, reply "异议" with the reason',
    objected: 'staff are deciding the objection',
    posted: 'posted',
    'taken-back': 'taken back',
  }[last.phase];
  return `${last.month}: ${last.total}/${last.most} marks, ${state}.`;
};
