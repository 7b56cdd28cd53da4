import type { MatchReason } from '../../care/match-people';
import type { WordsId } from '../../ids';
import type { Catalogue, Speaker } from '../params';
import { head, lines } from './phrases';

const reason = (why: MatchReason): string => {
  switch (why.kind) {
    case 'clothes':
      return 'the colour of the clothes fits';
    case 'marks':
      return `the looks fit ("${why.marks.join('、')}")`;
    case 'age':
      return 'about that age';
    case 'near':
      return why.how === 'building' ? 'lives in this building' : 'lives near here';
  }
};

const known = (words: WordsId | null, s: Speaker): string | null => (words === null ? null : `"${s.words([words])}"`);

const listed = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ');

/** Whoever was found is recognised, and thanked for. */
export const ticketIdentifying = {
  'ticket.candidates': (p, s) =>
    p.candidates.length === 0
      ? lines(
          `${head(p, s)}: nobody in the ledger fits.`,
          'Please ask the finder: what age, what colours, anything that stands out.',
          `Then try "认人 #${p.number} 八十多岁 蓝外套"; if still nobody fits, ring 110 now and reply "已报110 #${p.number}".`,
        )
      : lines(
          `${head(p, s)}: it may be`,
          ...p.candidates.map(
            ({ name, born, home, looks, why }, index) =>
              `${index + 1}. ${listed(`"${s.words([name])}"`, known(born, s), known(home, s), known(looks, s))} | ${why.map(reason).join(', ')}`,
          ),
          'They are only alike: please ask for the name. That you looked is kept; please do not pass it on.',
          p.yours
            ? `If it is the first, reply "家属 #${p.number} 1" for the family's telephone; if none, "已报110 #${p.number}".`
            : `If you know who it is, tell whoever is in charge; if nobody is, reply "我负责 #${p.number}".`,
        ),
  'ticket.family-shown': (p, s) =>
    lines(
      `${head(p, s)}: ${listed(`"${s.words([p.name])}"`, known(p.home, s))}`,
      p.family === null
        ? `No telephone of the family is kept; the contact is ${s.name(p.contact)}.`
        : `Family: "${s.words([p.family])}"`,
      'That you looked is kept; please do not pass it on.',
      `Reached? Reply "已联系家属 #${p.number}". Not? Ring 110 now and reply "已报110 #${p.number}".`,
    ),
  'ticket.contact-told': (p, s) =>
    lines(
      `${head(p, s)}: it may be ${listed(`"${s.words([p.name])}"`, known(p.home, s))}, whose contact you are.`,
      `${s.name(p.owner)} is there and rings up the family.`,
      `You know the person: please ring ${s.name(p.owner)}; with news, reply "留言 #${p.number}".`,
    ),
  'ticket.thanks-ask': (p, s) =>
    lines(
      `${head(p, s)}: may the family's thanks be said in the riders' group as well? It would read:`,
      `"${s.masked(p.words)}"`,
      'Telephone numbers and doors are hidden; please look for names and the like.',
      'To say so, reply 1; not to, reply 2.',
    ),
  'ticket.thanks-public': (p, s) =>
    lines(
      `A family asked us to thank the riders: "${s.masked(p.words)}"`,
      'Thank you to everybody who stops to help. No need to reply.',
    ),
  'ticket.thanks-judged': (p, s) =>
    p.said
      ? lines(`${head(p, s)}: it is said in the riders' group.`, 'At night it waits for the morning. No need to reply.')
      : lines(
          `${head(p, s)}: it is not said in any group.`,
          'Whoever reported was thanked in private. No need to reply.',
        ),
  'ticket.no-candidate': (p, s) =>
    lines(
      `${head(p, s)}: there is no such person on your list; nothing was done.`,
      `Please reply "认人 #${p.number}" for the list, then "家属 #${p.number} 1" with the number on it.`,
    ),
  'ticket.thanks-known': (p, s) =>
    lines(
      `${head(p, s)}: that was decided already; nothing was changed.`,
      `For more thanks, reply "感谢 #${p.number}".`,
    ),
} satisfies Partial<Catalogue>;
