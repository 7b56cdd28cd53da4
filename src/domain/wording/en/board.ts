import { cleanName } from '../clean-text';
import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const board: TopicCatalogue<'board'> = {
  'board.link': (p, s) =>
    lines(
      `${s.name(p.name)}, here is your board:`,
      s.words([p.address]),
      `It is for you alone, for one use, until ${s.moment(p.until)}. Please do not pass it on.`,
      'When you are done, reply "退出看板".',
    ),
  'board.not-yours': () =>
    lines(
      'The board is for those who work for the community, and you have no role yet.',
      'Ask the director for a code.',
    ),
  'board.signed-out': (p) =>
    lines(
      p.sessions === 0
        ? 'You were not signed in anywhere.'
        : `You are signed out on ${p.sessions === 1 ? '1 device' : `${p.sessions} devices`}.`,
      'To use the board again, reply "看板".',
    ),
  'board.computer-ask': (p, s) =>
    lines(
      `A computer (${cleanName(p.device)}, opened at ${s.time(p.since)}) wants to sign in to the board as you.`,
      'Is it the one before you? Never agree to digits that somebody else told you.',
      'Yes: reply 1. No: reply 2.',
    ),
  'board.computer-in': (p) =>
    lines(`Done: that computer (${cleanName(p.device)}) is signed in.`, 'When you are done, reply "退出看板".'),
  'board.computer-out': () =>
    lines('That computer was not let in.', 'If somebody asked you for digits, tell the director.'),
  'board.computer-gone': () =>
    lines(
      'These digits are wrong, or too old.',
      'Look at the six digits on the computer now, and send "看板" with them.',
    ),
};
