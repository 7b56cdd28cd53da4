import { sayStep } from '../history-steps';
import { isOver, labels } from '../labels';
import type { Catalogue, WordingParams } from '../params';
import { historySteps } from './history-steps';
import { head, lines } from './phrases';

type Waiting = WordingParams['ticket.why']['lines'][number];

const stages = { dispatch: '派出去', claim: '接下', resolve: '办好', review: '审' } as const;

/** What time will do next, if nobody does anything. */
const nextStep = ({ what, stage, level }: Waiting): string => {
  const missed = `还没${stage === null ? '办好' : stages[stage]}`;
  switch (what) {
    case 'dispatch':
      return '派人去办';
    case 'warn':
      return `${missed}，就提醒管事的人`;
    case 'breach':
      return `${missed}，就请${level === null ? '上一级' : labels.zh.levels[level]}安排`;
    case 'confirm':
    case 'alarm':
    case 'alarm-street':
      return '还没人负责，就再叫一遍';
    case 'stand-in':
      return '管事的人开始请假，转给代班的人';
    case 'review':
      return '还没审，就提醒审单的人';
    case 'review-lapse':
      return '还没审，就直接问报的人';
    case 'supervise':
      return `还没回话，就告诉${level === null ? '上一级' : labels.zh.levels[level]}`;
    case 'resume':
      return '接着办';
    case 'call-back':
      return '再问报的人';
    case 'phone-task':
    case 'phone-late':
      return '请工作人员打电话问';
  }
};

/** `查`: every step with its time. `为什么`: what is waited for. */
export const ticketHistory = {
  'ticket.history': (p, s) =>
    lines(
      `${head(p, s)}｜${labels.zh.states[p.state]}`,
      ...p.events.map((event) => `${s.time(event.at)} ${sayStep(historySteps, event, s)}`),
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
      ...p.lines.map((line) => `${s.moment(line.at)}：${nextStep(line)}。`),
      p.lines.length === 0 ? '这件事现在没有在等的时限。' : null,
      `想看全部经过，回“查 #${p.number}”。`,
    ),
} satisfies Partial<Catalogue>;
