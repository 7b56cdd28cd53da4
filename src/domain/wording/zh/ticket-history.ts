import { isOver, labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import type { TicketEvent } from '../../ticket/ticket-event';
import type { PersonId, WordsId } from '../../ids';
import { head, lines } from './phrases';

const quoted = (words: WordsId | null, speaker: Speaker): string =>
  words === null ? '' : `：“${speaker.words([words])}”`;

const named = (people: readonly PersonId[], speaker: Speaker): string =>
  people.length === 0 ? '（没找到人）' : people.map((person) => speaker.name(person)).join('、');

const answer = (event: Extract<TicketEvent, { kind: 'call-back-answered' }>): string => {
  const who = event.for === null ? '报的人回话' : '电话里报的人说';
  if (!event.solved) return `${who}：没解决`;
  return `${who}：解决了，${event.satisfied === false ? '但不满意' : '满意'}`;
};

const endings: Readonly<Record<Extract<TicketEvent, { kind: 'archived' }>['reason'], string>> = {
  'called-back': '办结归档',
  withdrawn: '撤回归档',
  refused: '办不了，归档',
  'not-ours': '不归社区管，归档',
  'false-alarm': '误报，归档',
};

/** One step in plain words. Those who reported are never named; those who answer for it are. */
const step = (event: TicketEvent, s: Speaker): string => {
  switch (event.kind) {
    case 'reported':
      return `${s.role(event.role)}报了这件事`;
    case 'joined':
      return event.as === 'me-too'
        ? `又有一位${s.role(event.role)}也遇到了`
        : `又有一位${s.role(event.role)}报了这件事`;
    case 'supplemented':
      return '有人补充了情况';
    case 'officers-named':
      return '补充里说到了工作人员，这件事不经他们的手';
    case 'categorised':
      return `归到“${s.category(event.category)}”`;
    case 'danger-confirmed':
      return event.why === 'time' || event.why === 'unreachable' ? '没问到本人，当有危险办' : '确认有危险';
    case 'danger-denied':
      return `报的人说没有危险，归到“${s.category(event.category)}”`;
    case 'placed':
      return `地方问清了：${s.place(event.place)}`;
    case 'dispatched':
      return `派给${s.area(event.desk)}（${named(event.handlers, s)}）`;
    case 'claimed':
      return `${s.name(event.by)}接单`;
    case 'took-charge':
      return `${s.name(event.by)}负责`;
    case 'hands-asked':
      return `${s.name(event.by)}要加人，又叫了${event.to.length}人`;
    case 'noted':
      return `留言${quoted(event.words, s)}`;
    case 'waiting-began':
      return `先等到${s.moment(event.until)}${quoted(event.words, s)}`;
    case 'waiting-ended':
      return '接着办';
    case 'handed-over':
      return `转给${s.name(event.to)}${quoted(event.words, s)}`;
    case 'raised':
      return `往上报给${named(event.to, s)}${quoted(event.words, s)}`;
    case 'resolved':
      return `${s.name(event.by)}办好了${quoted(event.words, s)}${event.photos.length > 0 ? '（有照片）' : ''}`;
    case 'call-back-asked':
      return event.ask > 1 ? `第${event.ask}次问报的人` : '问报的人满不满意';
    case 'phone-task-given':
      return `请${named(event.to, s)}打电话问`;
    case 'call-back-answered':
      return answer(event);
    case 'not-seen-yet':
      return `报的人还没去看，${s.moment(event.nextAt)}再问`;
    case 'reopened':
      return '重新办';
    case 'awarded':
      return `给报的人加${event.points}分`;
    case 'notified':
      return `提醒${named(event.to, s)}`;
    case 'alarmed':
      return `第${event.round}次紧急通知，叫了${event.to.length}人`;
    case 'skipped':
      return `系统停过，${event.steps.length}次提醒没发出，已接着往下办`;
    case 'withdrawn':
      return '报的人撤回';
    case 'refused-with-reason':
      return `${s.name(event.by)}说办不了${quoted(event.words, s)}`;
    case 'not-ours':
      return `${s.name(event.by)}说不归社区管${quoted(event.words, s)}`;
    case 'stood-down':
      return `${s.name(event.by)}${event.why === 'false-alarm' ? '看过了，是误报' : '解除了紧急状态'}${quoted(event.words, s)}`;
    case 'archived':
      return endings[event.reason];
  }
};

type Waiting = WordingParams['ticket.why']['lines'][number];

const stages = { dispatch: '派出去', claim: '接下', resolve: '办好' } as const;

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
      ...p.events.map((event) => `${s.time(event.at)} ${step(event, s)}`),
      p.reopenings > 0 ? `重新办过${p.reopenings}次。` : null,
      p.due === null
        ? null
        : `现在${p.owner === null ? '还没人接' : `由${s.name(p.owner)}负责`}，${s.moment(p.due)}再看办得怎么样。`,
      isOver(p.state) ? '要是还有问题，再发一张照片、说一句就行。' : `有要补的，回“补充 #${p.number}”。`,
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
