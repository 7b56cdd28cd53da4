import { sayStep } from '../history-steps';
import { isOver, labels } from '../labels';
import type { Catalogue, WordingParams } from '../params';
import { historySteps } from './history-steps';
import { head, lines } from './phrases';

type Waiting = WordingParams['ticket.why']['lines'][number];

const stages = { dispatch: 'sent out', claim: 'taken', resolve: 'done', review: 'reviewed' } as const;

/** What time will do next, if nobody does anything. */
const nextStep = ({ what, stage, level }: Waiting): string => {
  const missed = `if it is not ${stage === null ? 'done' : stages[stage]}`;
  switch (what) {
    case 'dispatch':
      return 'somebody is sent';
    case 'warn':
      return `${missed}, a reminder to whoever has it`;
    case 'breach':
      return `${missed}, ${level === null ? 'the level above' : labels.en.levels[level]} is asked to arrange it`;
    case 'confirm':
    case 'alarm':
    case 'alarm-street':
      return 'if nobody is in charge, everyone is called again';
    case 'stand-in':
      return 'a leave begins, and whoever stands in has it';
    case 'review':
      return 'if it is not reviewed, a reminder to the reviewers';
    case 'review-lapse':
      return 'if it is not reviewed, the reporter is asked';
    case 'supervise':
      return `without an answer, ${level === null ? 'the level above' : labels.en.levels[level]} is told`;
    case 'resume':
      return 'the work goes on';
    case 'call-back':
      return 'the reporter is asked again';
    case 'phone-task':
    case 'phone-late':
      return 'staff are asked to telephone';
  }
};

/** `查`: every step with its time. `为什么`: what is waited for. */
export const ticketHistory = {
  'ticket.history': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      ...p.events.map((event) => `${s.time(event.at)} ${sayStep(historySteps, event, s)}`),
      p.reopenings > 0 ? `Opened again ${p.reopenings === 1 ? 'once' : `${p.reopenings} times`}.` : null,
      p.due === null
        ? null
        : `Now ${p.owner === null ? 'nobody has taken it' : `it rests with ${s.name(p.owner)}`}; it is looked at again ${s.moment(p.due)}.`,
      p.into !== undefined
        ? `It is handled with #${p.into}; to see how it is going, reply "查 #${p.into}".`
        : isOver(p.state)
          ? 'If it is still a problem, send a photo or a few words again.'
          : `To add something, reply "补充 #${p.number}".`,
    ),
  'ticket.why': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      p.owner === null ? null : `It rests with ${s.name(p.owner)} now.`,
      ...p.lines.map((line) => `${s.moment(line.at)}: ${nextStep(line)}.`),
      p.lines.length === 0 ? 'No deadline is running.' : null,
      `To see every step, reply "查 #${p.number}".`,
    ),
} satisfies Partial<Catalogue>;
