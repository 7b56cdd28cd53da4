/** Words about the board: to open it, to leave it everywhere, to let a computer in that shows six digits. */
export type BoardCommand =
  | { readonly kind: 'board'; readonly said: 'open' }
  | { readonly kind: 'board'; readonly said: 'leave' }
  | { readonly kind: 'board'; readonly said: 'admit'; readonly code: string };

/** Takes text as it is recognised: half width, simplified, lower case. The whole message, so that 看板坏了 is plain talk. */
export const readBoard = (folded: string): BoardCommand | null => {
  const text = folded.replace(/[。.!！~\s]+$/u, '');
  if (text === '看板' || text === 'board') return { kind: 'board', said: 'open' };
  if (text === '退出看板' || text === 'leave board') return { kind: 'board', said: 'leave' };
  const code = /^(?:看板|board)[\s:]*(?<one>\d{3})[\s-]?(?<two>\d{3})$/u.exec(text)?.groups;
  return code ? { kind: 'board', said: 'admit', code: `${code['one'] ?? ''}${code['two'] ?? ''}` } : null;
};
