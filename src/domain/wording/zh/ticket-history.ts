import { sayStep } from '../history-steps';
import { isOver, labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import type { WhyParams } from '../why-params';
import { historySteps } from './history-steps';
import { head, lines } from './phrases';
import { jointLines } from './ticket-joint';

type Waiting = WordingParams['ticket.why']['lines'][number];

const stages = { dispatch: '派出去', claim: '接下', resolve: '办好', review: '审', papers: '看材料' } as const;

/** What time will do next, if nobody does anything. */
export const nextStep = ({ what, stage, level }: Waiting): string => {
  const missed = `还没${stage === null ? '办好' : stages[stage]}`;
  switch (what) {
    case 'dispatch':
      return '派人去办';
    case 'warn':
      return `${missed}，就提醒管事的人`;
    case 'breach':
      return `${missed}，就请${level === null ? '上一级' : labels.zh.levels[level]}安排`;
    case 'confirm':
      return '没人说没有危险，就叫所有值班的人';
    case 'alarm':
    case 'alarm-street':
      return '还没人负责，就再叫一遍';
    case 'progress':
      return '没有新消息，就问带班的人';
    case 'police':
      return '还没联系上家属，就请打110';
    case 'where':
      return '还不知道在哪里，就再问报的人';
    case 'search-widen':
      return '还没找到，就问要不要请更多的人';
    case 'stand-in':
      return '管事的人开始请假，转给代班的人';
    case 'review':
      return '还没审，就提醒审单的人';
    case 'review-lapse':
      return '还没审，就直接问报的人';
    case 'supervise':
      return `还没回话，就告诉${level === null ? '上一级' : labels.zh.levels[level]}`;
    case 'meeting':
      return '提醒去开会';
    case 'minutes':
      return '还没有纪要，就问召集的人';
    case 'visit-remind':
      return '提醒约好的时间';
    case 'visit-missed':
    case 'visit-unanswered':
      return '问约的事怎么样了';
    case 'papers-again':
      return '材料还没送来，就再提醒报的人';
    case 'papers-look':
      return '材料还没看，就提醒管事的人';
    case 'papers-lapse':
      return '材料一直没送来，就先关掉';
    case 'part-warn':
      return '联办的那一块还没办好，就提醒';
    case 'part-breach':
      return '联办的那一块还没办好，就告诉牵头的人';
    case 'resume':
      return '接着办';
    case 'call-back':
      return '再问报的人';
    case 'phone-task':
    case 'phone-late':
      return '请工作人员打电话问';
    case 'no-answer':
      return '没人回话，按“未回应”归档';
    case 'revisit':
      return '再问一声还好不好';
  }
};

/** The rule's name, as the pack's deadlines are called. */
const stageNames = { dispatch: '派单', claim: '接单', resolve: '办结', review: '审单', papers: '看材料' } as const;

const ruleName = ({ what, stage }: Waiting): string => {
  const name = stage === null ? '' : stageNames[stage];
  switch (what) {
    case 'warn':
      return `（规矩：${name}提醒）`;
    case 'breach':
      return `（规矩：${name}超时）`;
    case 'stand-in':
      return '（规矩：请假代班）';
    case 'alarm':
    case 'alarm-street':
    case 'progress':
    case 'police':
    case 'where':
    case 'search-widen':
      return '（规矩：紧急通知）';
    case 'call-back':
    case 'phone-task':
    case 'phone-late':
    case 'no-answer':
    case 'revisit':
      return '（规矩：回访）';
    case 'visit-remind':
    case 'visit-missed':
    case 'visit-unanswered':
      return '（规矩：预约）';
    case 'meeting':
    case 'minutes':
      return '（规矩：召集）';
    case 'papers-again':
    case 'papers-look':
    case 'papers-lapse':
      return '（规矩：一次性告知）';
    case 'part-warn':
    case 'part-breach':
      return '（规矩：联办）';
    case 'confirm':
    case 'dispatch':
    case 'review':
    case 'review-lapse':
    case 'supervise':
    case 'resume':
      return '';
  }
};

const dayCounts = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** "一个工作日", "半小时". */
const howLong = (minutes: number, dayMinutes: number | null, s: Speaker): string => {
  const days = dayMinutes === null || dayMinutes === 0 ? 0 : minutes / dayMinutes;
  return Number.isInteger(days) && days > 0 ? `${dayCounts[days] ?? days}个工作日` : s.span(minutes);
};

const whyLine = ({ deadline }: WhyParams, s: Speaker): string | null =>
  deadline === null
    ? null
    : `${stageNames[deadline.stage]}时限：从${s.time(deadline.from)}起${howLong(deadline.minutes, deadline.dayMinutes, s)}，${
        deadline.dayMinutes === null ? '昼夜都算' : '午休、下班和节假日不计'
      }，${s.moment(deadline.due)}前。`;

const papersLine = ({ papers }: WhyParams, s: Speaker): string | null =>
  papers === undefined
    ? null
    : `在等材料：${papers.listed.join('、')}${papers.more.length === 0 ? '' : `；后来补要${papers.more.length}次：“${s.words(papers.more)}”`}。齐了才开始算时间，最晚等到${s.moment(papers.until)}。`;

const toldLine = ({ at, stage, level }: WhyParams['told'][number], s: Speaker): string =>
  `${s.time(at)}：${level === null ? `已提醒${stageNames[stage]}` : `${stageNames[stage]}超时，已告诉${labels.zh.levels[level]}`}。`;

const pauseLine = ({ from, to }: WhyParams['pauses'][number], s: Speaker): string =>
  `${s.time(from)}到${s.time(to)}先等一等，不计时。`;

/** `查`: every step with its time. `为什么`: what is waited for. */
export const ticketHistory = {
  'ticket.history': (p, s) =>
    lines(
      `${head(p, s)}｜${labels.zh.states[p.state]}`,
      ...p.events.map((event) => `${s.time(event.at)} ${sayStep(historySteps, event, s)}`),
      ...jointLines(p, s),
      p.reopenings > 0 ? `重新办过${p.reopenings}次。` : null,
      p.due === null
        ? null
        : `现在${p.owner === null ? '还没人接' : `由${s.name(p.owner)}负责`}，${s.moment(p.due)}再看办得怎么样。`,
      p.into !== undefined
        ? `现在和 #${p.into} 一起办，想看办到哪了，回“查 #${p.into}”。`
        : isOver(p.state)
          ? '要是还有问题，再发一张照片、说一句就行。'
          : `有要补的，回“补充 #${p.number}”。`,
    ),
  'ticket.why': (p, s) =>
    lines(
      `${head(p, s)}｜${labels.zh.states[p.state]}`,
      p.owner === null ? null : `现在由${s.name(p.owner)}负责。`,
      p.responsible === undefined ? null : `第一责任人：${s.name(p.responsible)}。`,
      ...jointLines(p, s),
      ...p.lines.map((line) => `${s.moment(line.at)}：${nextStep(line)}${ruleName(line)}。`),
      papersLine(p, s),
      whyLine(p, s),
      ...p.pauses.map((pause) => pauseLine(pause, s)),
      ...p.standIns.map((each) => `${s.name(each.person)}请假，由${s.name(each.by)}代。`),
      ...p.told.map((each) => toldLine(each, s)),
      p.lines.length === 0 ? '这件事现在没有在等的时限。' : null,
      `想看全部经过，回“查 #${p.number}”。`,
    ),
} satisfies Partial<Catalogue>;
