import type { AreaId, Moment } from '../../ids';
import { labels } from '../labels';
import type { Catalogue, Speaker } from '../params';
import { head, howToAsk, lines } from './phrases';

const parts = {
  in: 'you come',
  waiting: 'you wait for a place',
  offered: 'a place is offered to you',
  leads: 'you lead it',
} as const;

const asked = (desk: AreaId | null, due: Moment | null, speaker: Speaker): string =>
  `${speaker.area(desk)} will see to it${due === null ? '.' : `, with an answer by ${speaker.moment(due)}.`}`;

/** What reporters hear while their matter is under way. */
export const ticketReport = {
  'ticket.received': (p, s) => lines(head(p, s), `Received, thank you. ${asked(p.desk, p.due, s)}`, howToAsk(p.number)),
  'ticket.joined': (p, s) =>
    lines(
      head(p, s),
      `Somebody has reported this already; yours is kept with it. ${asked(p.desk, p.due, s)}`,
      'You will hear when it is done.',
    ),
  'ticket.me-too': (p, s) =>
    lines(head(p, s), 'Noted: you have it too. Thank you.', 'You will hear when it is done; no need to reply.'),
  'ticket.supplemented': (p, s) =>
    lines(head(p, s), 'Added to this matter.', `If there is more to say, reply "补充 #${p.number}" and go on.`),
  'ticket.ask-place': (p, s) =>
    lines(
      `#${p.number} ${s.category(p.category)}`,
      p.words.length === 0 ? 'We have your photo, thank you.' : `You said "${s.words(p.words)}". Thank you.`,
      'Please tell us where: which building, which gate. A voice message will do.',
    ),
  'ticket.placed': (p, s) =>
    lines(
      head(p, s),
      `We know the place now, thank you. ${asked(p.desk, p.due, s)}`,
      `If the place is wrong, reply "补充 #${p.number}" and say it again.`,
    ),
  'ticket.state': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      `${s.area(p.desk)} has this matter${p.due === null ? '.' : `, with an answer by ${s.moment(p.due)}.`}`,
      howToAsk(p.number),
    ),
  'ticket.closed-notice': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      'The matter that you have too is settled. Thank you.',
      'If something is still wrong, send another photo or a few words.',
    ),
  'ticket.withdrawn': (p, s) =>
    lines(head(p, s), 'Whoever reported it has withdrawn it.', 'If something comes up, just say so.'),
  'ticket.refused': (p, s) =>
    lines(
      head(p, s),
      `This cannot be done. The reason: "${s.words(p.words)}"`,
      'To talk about it, reply "人工" and somebody of the community will find you.',
    ),
  'ticket.not-ours': (p, s) =>
    lines(
      head(p, s),
      `This is not for the community${p.to.length === 0 ? '' : `; it was sent to "${s.words(p.to)}"`}. The reason: "${s.words(p.words)}"`,
      `${p.to.length === 0 ? 'If you do not know whom to ask' : 'You can ask them how it stands; if you cannot reach them'}, reply "人工" and somebody will help you.`,
    ),
  'ticket.mine': (p, s) =>
    [...p.open, ...p.topics, ...(p.activities ?? []), ...(p.orders ?? [])].length === 0
      ? lines('You have nothing open.', 'If something comes up, send a photo or a few words.')
      : lines(
          'Your matters:',
          ...p.open.map((matter, index) => {
            const state = p.states[index];
            return `${head(matter, s)}${state === undefined ? '' : ` | ${labels.en.states[state]}`}`;
          }),
          ...p.topics.map(
            ({ number, loop, step, yours }) =>
              `#${number} ${loop.en} | ${step?.en ?? 'the community will see whether it is talked over'}${yours ? ' (waits for you)' : ''}`,
          ),
          ...(p.activities ?? []).map(
            ({ number, title, from, part }) =>
              `#${number}${title === null ? '' : ` "${s.words([title])}"`}${from === null ? '' : ` | ${s.day(from)}, ${s.clock(from)}`} | ${parts[part]}`,
          ),
          ...(p.orders ?? []).map(
            ({ number, item, until, address }) =>
              `#${number} ${item.en} | to be collected before ${s.moment(until)}${address === null ? '' : `; to be scanned: ${s.words([address])}`}`,
          ),
          `To look at one, reply "查" and its number, such as "查 #${[...p.open, ...p.topics, ...(p.activities ?? []), ...(p.orders ?? [])][0]?.number ?? ''}".`,
        ),
} satisfies Partial<Catalogue>;
