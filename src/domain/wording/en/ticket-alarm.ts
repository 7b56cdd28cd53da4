import type { Catalogue } from '../params';
import { capital, head, lines, quoted, said } from './phrases';

/** Texts 6 to 8: when somebody is in danger. The number to ring comes before everything that Linli does. */
export const ticketAlarm = {
  'ticket.alarm': (p, s) =>
    lines(
      `${p.again ? '[AGAIN, URGENT] ' : '[URGENT] '}${head(p, s)}`,
      `${s.time(p.at)}: ${said(s.role(p.role), p.words, s)}`,
      `First ring ${p.emergencyNumber}. ${p.count} people are called at once; "收到" alone does not count, and after ${p.minutes} minutes without anybody in charge all are called again.`,
      `If you can go, reply "我负责 #${p.number}" at once.`,
    ),
  'ticket.alarm-reporter': (p, s) =>
    p.missing === true
      ? lines(
          `${p.count > 0 ? `${p.count} people` : 'The people'} of ${s.area(p.duty)} are called. Please ring ${p.emergencyNumber} at once; there is no need to wait.`,
          p.place
            ? `The place is noted: ${s.place(p.place)}. If it is wrong, please say it again.`
            : 'Please tell us where the person was seen last. A voice message will do.',
          'Please send a recent photo, and say age, clothes and since when.',
        )
      : lines(
          `${p.count > 0 ? `${p.count} people` : 'The people'} of ${s.area(p.duty)} are called. If there is danger, leave first, and ring ${p.emergencyNumber} at once.`,
          p.stay ? 'If the person is with you, please stay with them.' : null,
          p.place
            ? `The place is noted: ${s.place(p.place)}. If it is wrong, please say it again.`
            : 'Please tell us where you are. A voice message will do.',
        ),
  'ticket.ask-danger': (p, s) =>
    lines(
      `If somebody is in danger, ring ${p.emergencyNumber} at once.`,
      `You said ${quoted(p.words, s)}. Is somebody in danger?`,
      `Reply 1 for yes, 2 for no. Without an answer in ${p.minutes} minutes we take it for danger and call people.`,
    ),
  'ticket.danger-maybe': (p, s) =>
    lines(
      `${head(p, s)}: it is not clear yet whether anybody is in danger.`,
      said(s.role(p.role), p.words, s),
      `The reporter is being asked; without an answer in ${p.minutes} minutes everyone on duty is called. If it is danger, ring ${p.emergencyNumber} first; if you can go, reply "我负责 #${p.number}"; if you cannot, reply "有危险 #${p.number}" to call everyone now.`,
      `If nobody is in danger and it is an ordinary matter, reply "没有危险 #${p.number}"; if it is nothing at all, "误报 #${p.number}".`,
    ),
  'ticket.danger-denied': (p, s) =>
    lines(
      head(p, s),
      p.by === undefined
        ? 'The reporter says that nobody is in danger; it goes on as an ordinary matter.'
        : `${capital(s.name(p.by))} has looked: nobody is in danger; it goes on as an ordinary matter.`,
      `To see how it goes, reply "查 #${p.number}".`,
    ),
  'ticket.danger-called': (p, s) =>
    lines(
      head(p, s),
      p.count === 0
        ? 'It is treated as danger; people are being called.'
        : `It is treated as danger; ${p.count} people are called.`,
      `If you can go, reply "我负责 #${p.number}" at once.`,
    ),
  'ticket.in-charge': (p, s) => {
    const owner = s.name(p.owner);
    return lines(
      `#${p.number} is in the charge of ${owner} since ${s.time(p.at)}; nobody is called again.`,
      `${capital(owner)}, if you need more hands, reply "加人 #${p.number}". Everyone else, please wait for news.`,
    );
  },
  'ticket.more-hands': (p, s) =>
    lines(
      `[URGENT] ${head(p, s)}`,
      p.owner === null ? 'Nobody is in charge yet, and more hands are needed.' : `${s.name(p.owner)} needs more hands.`,
      p.owner === null
        ? `If you can go, reply "我负责 #${p.number}" at once.`
        : `If you can, go to ${s.place(p.place)} at once and find ${s.name(p.owner)}.`,
    ),
  'ticket.more-hands-asked': (p, s) =>
    lines(
      head(p, s),
      `${capital(s.name(p.by))} asked for more hands; ${p.count} more people are called.`,
      p.owner === null
        ? `Nobody is in charge yet; if you can go, reply "我负责 #${p.number}".`
        : `They are to find ${s.name(p.owner)} there.`,
    ),
  'ticket.receipt-only': (p, s) =>
    lines(
      head(p, s),
      'Thank you for reading it. That alone does not mean that anybody goes.',
      `If you can go, reply "我负责 #${p.number}" at once.`,
    ),
  'ticket.stood-down': (p, s) =>
    lines(
      head(p, s),
      p.why === 'false-alarm'
        ? `${s.name(p.by)} has looked: a false alarm, no danger.`
        : `${s.name(p.by)} has looked: the danger is over.`,
      'No need to go. Thank you, every one of you.',
    ),
  'ticket.stood-down-reporter': (p, s) =>
    lines(
      head(p, s),
      `${capital(s.name(p.by))} has looked: there is no danger. Thank you for saying so at once.`,
      `If there is danger still, ring ${p.emergencyNumber} at once, and tell us again.`,
    ),
} satisfies Partial<Catalogue>;
