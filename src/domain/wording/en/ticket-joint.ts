import type { PersonId } from '../../ids';
import { isOver } from '../labels';
import type { JointKey, PartLine, WithParts } from '../joint-params';
import type { Catalogue, SaidState, Speaker, WordingParams } from '../params';
import { capital, head, howToFinish, lines, quoted } from './phrases';

const names = (people: readonly PersonId[], s: Speaker): string => people.map((person) => s.name(person)).join(', ');

const deskOr = (desk: PartLine['desk'], people: readonly PersonId[], s: Speaker): string =>
  desk === null ? names(people, s) : s.area(desk);

/** "the property firm (Ding Wei)". */
const whose = ({ desk, people }: Pick<PartLine, 'desk' | 'people'>, s: Speaker): string =>
  desk === null ? names(people, s) : `${s.area(desk)} (${names(people, s)})`;

const states: Readonly<Record<PartLine['state'], string>> = {
  asked: 'not taken yet',
  claimed: 'being done',
  done: 'done',
  declined: 'sent back',
};

const line = (part: PartLine, s: Speaker): string =>
  `${whose(part, s)}: ${quoted(part.words, s)}, ${states[part.state]}${part.due === null ? '' : `, by ${s.moment(part.due)}`}`;

/** The parts, by desk, to those who may know who works on it. */
export const jointLines = ({ parts = [] }: WithParts, s: Speaker): readonly string[] =>
  parts.map((part) => `Joint work | ${line(part, s)}`);

/** In a group: desks only, while it is worked on. */
export const jointDesks = ({ parts = [], state }: WithParts & { state: SaidState }, s: Speaker): string | null => {
  const desks = [...new Set(parts.flatMap(({ desk }) => (desk === null ? [] : [desk])))];
  return desks.length === 0 || isOver(state) ? null : `Helped by ${desks.map((desk) => s.area(desk)).join(', ')}.`;
};

const news: Readonly<Record<WordingParams['ticket.part-news']['what'], string>> = {
  claimed: 'took the part',
  noted: 'wrote of the part',
  declined: 'sent the part back',
  done: 'finished the part',
};

const nextOfNews = ({ what, left, number, desk }: WordingParams['ticket.part-news'], s: Speaker): string => {
  if (what === 'declined')
    return `Please ask another: "联 #${number} DESK 做 …"; if it is not needed, reply "撤联 #${number} ${desk === null ? 'NAME' : s.area(desk)} 因为 …".`;
  if (what === 'done' && left === 0)
    return `Every part is done. When the whole is, please reply "办结 #${number}" with a photo.`;
  return `${what === 'done' ? `Parts still open: ${left}. ` : ''}To see how each is going, reply "查 #${number}".`;
};

/** Joint orders: what helpers and whoever leads hear. */
export const ticketJoint = {
  'ticket.part': (p, s) =>
    lines(
      `Joint work: ${head(p, s)}`,
      `${capital(s.name(p.by))} asks ${p.desk === null ? 'you' : s.area(p.desk)} to do a part of it: ${quoted(p.words, s)}. Please finish it by ${s.moment(p.due)}.`,
      `If you can, reply "接 #${p.number}"; if it is not yours, reply "退 #${p.number} 因为 …".`,
    ),
  'ticket.part-asked': (p, s) =>
    lines(
      head(p, s),
      `${capital(whose(p, s))} will do a part of it by ${s.moment(p.due)}. Until then the whole cannot be closed.`,
      `If it is not needed, reply "撤联 #${p.number} ${deskOr(p.desk, p.people, s)} 因为 …".`,
    ),
  'ticket.part-claimed': (p, s) =>
    lines(
      head(p, s),
      `This part is yours: ${quoted(p.words, s)}. Please finish it by ${s.moment(p.due)}.`,
      `When it is done, reply "办结 #${p.number}" with a photo; for news, reply "留言 #${p.number} …".`,
    ),
  'ticket.part-over': (p, s) =>
    p.what === 'done'
      ? lines(head(p, s), 'Your part is noted as done, thank you.', 'Whoever leads was told; nothing is left for you.')
      : lines(
          head(p, s),
          'Your part is sent back, and whoever leads was told.',
          `If you can do it after all, reply "接 #${p.number}".`,
        ),
  'ticket.part-news': (p, s) =>
    lines(
      head(p, s),
      `${p.desk === null ? '' : `${s.area(p.desk)}: `}${s.name(p.by)} ${news[p.what]}${
        p.words.length === 0 ? '' : `: ${quoted(p.words, s)}`
      }${p.photos ? ' (photos above)' : ''}.`,
      nextOfNews(p, s),
    ),
  'ticket.part-remind': (p, s) =>
    lines(
      `${head(p, s)}: the part is due soon (${s.moment(p.due)}).`,
      p.yours ? `It is: ${quoted(p.words, s)}.` : `${capital(whose(p, s))}: ${quoted(p.words, s)}, not done yet.`,
      p.yours
        ? `To take it, reply "接 #${p.number}"; when it is done, reply "办结 #${p.number}" with a photo.`
        : `Please ask them; if it is not needed, reply "撤联 #${p.number} ${deskOr(p.desk, p.people, s)} 因为 …".`,
    ),
  'ticket.part-late': (p, s) =>
    lines(
      `${head(p, s)}: the part is overdue (${s.moment(p.due)}).`,
      p.yours
        ? `It is: ${quoted(p.words, s)}. Whoever leads was told.`
        : `${capital(whose(p, s))}: ${quoted(p.words, s)}, not done yet; they were reminded.`,
      p.yours
        ? `When it is done, reply "办结 #${p.number}" with a photo; if you cannot, reply "退 #${p.number} 因为 …".`
        : `For somebody else, reply "撤联 #${p.number} ${deskOr(p.desk, p.people, s)} 因为 …", then "联 #${p.number} DESK 做 …".`,
    ),
  'ticket.part-dropped': (p, s) =>
    lines(
      head(p, s),
      `This part is not needed any more${p.words.length === 0 ? '' : `. ${capital(s.name(p.by))} says: ${quoted(p.words, s)}`}.`,
      'Nothing is left for you to do. Thank you.',
    ),
  'ticket.part-dropped-done': (p, s) =>
    lines(
      head(p, s),
      `The part${p.desk === null ? '' : ` of ${s.area(p.desk)}`} is taken away, and they were told.`,
      p.left === 0
        ? howToFinish(p.number)
        : `Parts still open: ${p.left}. To see how it is going, reply "查 #${p.number}".`,
    ),
  'ticket.part-back': (p, s) =>
    lines(
      head(p, s),
      `${capital(s.name(p.by))} reviewed it and sent your part back: ${quoted(p.words, s)}. Please do it again by ${s.moment(p.due)}.`,
      `When it is done, reply "办结 #${p.number}" with a photo.`,
    ),
} satisfies Pick<Catalogue, JointKey>;

type Bar = WordingParams['refused.part'];

const barred = ({ why, parts, desks, number }: Bar, s: Speaker): readonly string[] => {
  const desk = parts[0] ? deskOr(parts[0].desk, parts[0].people, s) : 'DESK';
  const could = `You can ask: ${desks.map((each) => s.area(each)).join(', ')}; or a person by name.`;
  const how = `Please say it so: "联 #${number} DESK 做 WHAT".`;
  switch (why) {
    case 'open':
      return [
        'Parts of it are not done yet, so it cannot be closed. Nothing was changed.',
        ...jointLines({ parts }, s),
        `Please wait for them; if one is not needed, reply "撤联 #${number} ${desk} 因为 …".`,
      ];
    case 'already':
      return [
        'They have been asked already.',
        ...jointLines({ parts }, s),
        `To see how it is going, reply "查 #${number}".`,
      ];
    case 'unknown':
      return [`There is no such desk or person. Nothing was changed. ${could}`, how];
    case 'nobody':
      return [`Nobody else is there who could do it. Nothing was changed. ${could}`, how];
    case 'what':
      return ['What are they to do? Nothing was changed.', how];
    case 'none':
      return parts.length === 0
        ? ['Nobody is helping with it. Nothing was changed.', `To see every step, reply "查 #${number}".`]
        : [
            'Which one? Nothing was changed.',
            ...jointLines({ parts }, s),
            `Please reply "撤联 #${number} ${desk} 因为 …".`,
          ];
    case 'why':
      return [
        'They are told why, so please say it.',
        `Reply "撤联 #${number} ${desk} 因为 …", or just write the reason.`,
      ];
  }
};

export const jointRefusals = {
  'refused.part': (p, s) => lines(head(p, s), ...barred(p, s)),
} satisfies Pick<Catalogue, 'refused.part'>;
