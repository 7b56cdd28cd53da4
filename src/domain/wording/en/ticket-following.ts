import { labels } from '../labels';
import type { Catalogue } from '../params';
import { head, howToAsk, lines } from './phrases';

const stop = (number: number): string => `To hear no more of it, reply "取消关注 #${number}".`;

/** What those hear who follow a matter that is not theirs. */
export const ticketFollowing = {
  'ticket.followed': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      `You will hear in private how it goes. ${s.area(p.desk)} has it${p.due === null ? '.' : `, with an answer by ${s.moment(p.due)}.`}`,
      stop(p.number),
    ),
  'ticket.follow-news': (p, s) => {
    const said = `${head(p, s)} | ${labels.en.states[p.state]}`;
    if (p.into !== undefined)
      return lines(
        said,
        `The matter that you follow is the same as #${p.into}; from now on you hear of that one.`,
        stop(p.into),
      );
    if (!p.open)
      return lines(
        said,
        'The matter that you follow is settled.',
        'If something is still wrong, send another photo or a few words.',
      );
    const due = p.due === null ? '.' : `, with an answer by ${s.moment(p.due)}.`;
    return lines(said, `The matter that you follow has moved on; ${s.area(p.desk)} has it${due}`, stop(p.number));
  },
  'ticket.unfollowed': ({ number, was, reports }) => {
    if (reports) return lines(`You reported #${number}: you will still hear how it ends.`, howToAsk(number));
    return lines(
      was ? `You will hear no more of #${number}.` : `You did not follow #${number}.`,
      `To hear how it goes, reply "关注 #${number}".`,
    );
  },
  'ticket.follow-own': (p, s) =>
    lines(head(p, s), 'You reported this yourself, and will hear how it ends.', howToAsk(p.number)),
} satisfies Partial<Catalogue>;
