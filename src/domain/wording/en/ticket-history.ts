import { sayStep } from '../history-steps';
import { isOver, labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import type { WhyParams } from '../why-params';
import { historySteps } from './history-steps';
import { head, lines } from './phrases';
import { namesOf } from './ticket-papers';
import { jointLines } from './ticket-joint';

type Waiting = WordingParams['ticket.why']['lines'][number];

const stages = {
  dispatch: 'sent out',
  claim: 'taken',
  resolve: 'done',
  review: 'reviewed',
  papers: 'looked at',
} as const;

/** What time will do next, if nobody does anything. */
export const nextStep = ({ what, stage, level }: Waiting): string => {
  const missed = `if it is not ${stage === null ? 'done' : stages[stage]}`;
  switch (what) {
    case 'dispatch':
      return 'somebody is sent';
    case 'warn':
      return `${missed}, a reminder to whoever has it`;
    case 'breach':
      return `${missed}, ${level === null ? 'the level above' : labels.en.levels[level]} is asked to arrange it`;
    case 'confirm':
      return 'unless somebody says that there is no danger, everyone on duty is called';
    case 'alarm':
    case 'alarm-street':
      return 'if nobody is in charge, everyone is called again';
    case 'progress':
      return 'without news, the leader on duty is asked';
    case 'police':
      return 'if the family is not reached, 110 is to be rung';
    case 'where':
      return 'if the place is not known, the reporter is asked again';
    case 'search-widen':
      return 'if the person is not found, whether more people may be asked';
    case 'stand-in':
      return 'a leave begins, and whoever stands in has it';
    case 'review':
      return 'if it is not reviewed, a reminder to the reviewers';
    case 'review-lapse':
      return 'if it is not reviewed, the reporter is asked';
    case 'supervise':
      return `without an answer, ${level === null ? 'the level above' : labels.en.levels[level]} is told`;
    case 'visit-remind':
      return 'a reminder of the appointment';
    case 'meeting':
      return 'a reminder of the meeting';
    case 'minutes':
      return 'a question for the minutes';
    case 'visit-missed':
    case 'visit-unanswered':
      return 'a question what became of the appointment';
    case 'papers-again':
      return 'if the papers have not come, the reporter is reminded';
    case 'papers-look':
      return 'if the papers have not been looked at, a reminder to whoever has it';
    case 'papers-lapse':
      return 'if the papers never came, it is closed';
    case 'part-warn':
      return 'if the part is not done, a reminder to its desk';
    case 'part-breach':
      return 'if the part is not done, whoever leads is told';
    case 'resume':
      return 'the work goes on';
    case 'call-back':
      return 'the reporter is asked again';
    case 'phone-task':
    case 'phone-late':
      return 'staff are asked to telephone';
    case 'no-answer':
      return 'it is closed as unanswered';
    case 'revisit':
      return 'it is asked once more whether it is still fine';
  }
};

/** The rule's name, as the pack's deadlines are called. */
const stageNames = {
  dispatch: 'dispatch',
  claim: 'claim',
  resolve: 'result',
  review: 'review',
  papers: 'papers',
} as const;

const ruleName = ({ what, stage }: Waiting): string => {
  const name = stage === null ? '' : stageNames[stage];
  switch (what) {
    case 'warn':
      return ` (rule: ${name} reminder)`;
    case 'breach':
      return ` (rule: ${name} overdue)`;
    case 'stand-in':
      return ' (rule: leave)';
    case 'alarm':
    case 'alarm-street':
    case 'progress':
    case 'police':
    case 'where':
    case 'search-widen':
      return ' (rule: alarm)';
    case 'call-back':
    case 'phone-task':
    case 'phone-late':
    case 'no-answer':
    case 'revisit':
      return ' (rule: call-back)';
    case 'visit-remind':
    case 'visit-missed':
    case 'visit-unanswered':
      return ' (rule: appointment)';
    case 'meeting':
    case 'minutes':
      return ' (rule: meeting)';
    case 'papers-again':
    case 'papers-look':
    case 'papers-lapse':
      return ' (rule: papers)';
    case 'part-warn':
    case 'part-breach':
      return ' (rule: joint work)';
    case 'confirm':
    case 'dispatch':
    case 'review':
    case 'review-lapse':
    case 'supervise':
    case 'resume':
      return '';
  }
};

/** "1 working day", "30 min". */
const howLong = (minutes: number, dayMinutes: number | null, s: Speaker): string => {
  const days = dayMinutes === null || dayMinutes === 0 ? 0 : minutes / dayMinutes;
  return Number.isInteger(days) && days > 0 ? `${days} working day${days === 1 ? '' : 's'}` : s.span(minutes);
};

const whyLine = ({ deadline }: WhyParams, s: Speaker): string | null =>
  deadline === null
    ? null
    : `Deadline (${stageNames[deadline.stage]}): ${howLong(deadline.minutes, deadline.dayMinutes, s)} from ${s.time(deadline.from)}, ${
        deadline.dayMinutes === null ? 'round the clock' : 'lunch, evenings and days off not counted'
      }: by ${s.moment(deadline.due)}.`;

const papersLine = ({ papers }: WhyParams, s: Speaker): string | null =>
  papers === undefined
    ? null
    : `Waiting for papers: ${namesOf(papers.listed)}${papers.more.length === 0 ? '' : `; asked for later, ${papers.more.length} time(s): "${s.words(papers.more)}"`}. The clock starts when they are complete; it waits until ${s.moment(papers.until)}.`;

const toldLine = ({ at, stage, level }: WhyParams['told'][number], s: Speaker): string =>
  `${s.time(at)}: ${level === null ? `reminder (${stageNames[stage]})` : `${stageNames[stage]} overdue, ${labels.en.levels[level]} was told`}.`;

const pauseLine = ({ from, to }: WhyParams['pauses'][number], s: Speaker): string =>
  `Waiting from ${s.time(from)} to ${s.time(to)} does not count.`;

/** `查`: every step with its time. `为什么`: what is waited for. */
export const ticketHistory = {
  'ticket.history': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      ...p.events.map((event) => `${s.time(event.at)} ${sayStep(historySteps, event, s)}`),
      ...jointLines(p, s),
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
      p.responsible === undefined ? null : `First responsible for the place: ${s.name(p.responsible)}.`,
      ...jointLines(p, s),
      ...p.lines.map((line) => `${s.moment(line.at)}: ${nextStep(line)}${ruleName(line)}.`),
      papersLine(p, s),
      whyLine(p, s),
      ...p.pauses.map((pause) => pauseLine(pause, s)),
      ...p.standIns.map((each) => `${s.name(each.person)} is away; ${s.name(each.by)} stands in.`),
      ...p.told.map((each) => toldLine(each, s)),
      p.lines.length === 0 ? 'No deadline is running.' : null,
      `To see every step, reply "查 #${p.number}".`,
    ),
} satisfies Partial<Catalogue>;
