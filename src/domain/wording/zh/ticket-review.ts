import type { Catalogue, WordingParams } from '../params';
import { head, howToFinish, lines, quoted } from './phrases';

/** Why a result is looked at, as its reviewers hear it. */
const reasons: Readonly<Record<WordingParams['ticket.review']['why'], string>> = {
  category: '这一类的结果都要审',
  class: '期限长的难事都要审',
  reopened: '这件事重新办过',
  raised: '这件事往上报过',
  drawn: '抽到了这一件',
  'sent-back': '上次驳回过',
};

/** 督单 and 审单: what reviewers, handlers and supervisors hear. */
export const ticketReview = {
  'ticket.resolved-review': (p, s) =>
    lines(
      head(p, s),
      `办好了，记下了，辛苦您。这件事要审单，${s.moment(p.due)}前审。`,
      '审过了就去问报的人，有结果会告诉您。',
    ),
  'ticket.review': (p, s) =>
    lines(
      `${p.again ? '还没审：' : '请审单：'}${head(p, s)}`,
      `${p.owner === null ? '办的人' : s.name(p.owner)}讲办好了：${quoted(p.words, s)}。${reasons[p.why]}，请在${s.moment(p.due)}前看一看。`,
      `行就回“通过 #${p.number}”，不行回“驳回 #${p.number} 因为 …”。`,
    ),
  'ticket.passed': (p, s) => lines(head(p, s), '审过了，谢谢您。', '正在问报的人，您不用再管。'),
  'ticket.judged': (p, s) =>
    lines(head(p, s), `${s.name(p.by)}已经审了：${p.result === 'passed' ? '通过' : '驳回'}。`, '您不用再审，谢谢。'),
  'ticket.sent-back': (p, s) =>
    p.up
      ? lines(
          head(p, s),
          `${s.name(p.by)}又驳回了：${quoted(p.words, s)}。已经请上一级来安排。`,
          '请等上一级找您，先别再办。',
        )
      : lines(
          head(p, s),
          `${s.name(p.by)}审单驳回了：${quoted(p.words, s)}。${p.due === null ? '' : `请在${s.moment(p.due)}前重新办好。`}`,
          howToFinish(p.number),
        ),
  'ticket.sent-back-done': (p, s) =>
    lines(
      head(p, s),
      `驳回了，已经告诉${p.to.map((person) => s.name(person)).join('、')}，期限从现在重新算。`,
      `想看办到哪了，回“查 #${p.number}”。`,
    ),
  'ticket.weak-again': (p, s) =>
    lines(
      head(p, s),
      `${p.owner === null ? '' : `${s.name(p.owner)}办的，`}审单驳回了${p.times}次，这次是${s.name(p.by)}说：${quoted(p.words, s)}。所以请您来安排。`,
      `您来办请回“接 #${p.number}”，或“转 #${p.number} 给 姓名 因为 …”。`,
    ),
  'ticket.supervised': (p, s) =>
    lines(
      `督办：${head(p, s)}`,
      `${s.name(p.by)}问：${quoted(p.words, s)}。请在${s.moment(p.due)}前回话，没回会告诉上一级。`,
      `回话请写“留言 #${p.number} …”，办好了回“办结 #${p.number}”。`,
    ),
  'ticket.supervised-done': (p, s) =>
    lines(
      head(p, s),
      `已经问了${p.to.map((person) => s.name(person)).join('、')}，请他们在${s.moment(p.due)}前回话。`,
      '回了话就告诉您；没回，会再往上报。',
    ),
  'ticket.supervision-answered': (p, s) =>
    lines(
      head(p, s),
      `您督办的这件事，${s.name(p.by)}回话了：${quoted(p.words, s)}`,
      `想看全部经过，回“查 #${p.number}”。`,
    ),
  'ticket.supervision-late': (p, s) =>
    lines(
      `督办没回话：${head(p, s)}`,
      `${s.name(p.by)}问过${p.owner === null ? '管事的人' : s.name(p.owner)}，请在${s.moment(p.due)}前回话，还没有回。`,
      `请您安排：回“接 #${p.number}”，或“转 #${p.number} 给 姓名 因为 …”。`,
    ),
} satisfies Partial<Catalogue>;
