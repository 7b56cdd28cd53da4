import type { PersonId, WordsId } from '../../ids';
import type { EventOf } from '../../ticket/ticket-event';
import type { HistorySteps } from '../history-steps';
import type { Speaker } from '../params';
import { toldHow } from './ticket-in-person';
import { papersSteps } from './papers-steps';
import { wayNames } from './ticket-ways';

const quoted = (words: WordsId | null, speaker: Speaker): string =>
  words === null ? '' : `：“${speaker.words([words])}”`;

const named = (people: readonly PersonId[], speaker: Speaker): string =>
  people.length === 0 ? '（没找到人）' : people.map((person) => speaker.name(person)).join('、');

const answer = (event: EventOf<'call-back-answered'>): string => {
  const who = event.for === null ? '报的人回话' : '电话里报的人说';
  if (!event.solved) return `${who}：没解决`;
  return `${who}：解决了，${event.satisfied === false ? '但不满意' : '满意'}`;
};

const endings: Readonly<Record<EventOf<'archived'>['reason'], string>> = {
  'called-back': '办结归档',
  withdrawn: '撤回归档',
  refused: '办不了，归档',
  'not-ours': '不归社区管，归档',
  'false-alarm': '误报，归档',
  'no-answer': '报的人一直没回应，归档',
  'no-papers': '材料一直没送来，归档',
};

const meetingTold: Readonly<Record<EventOf<'meeting-told'>['what'], string>> = {
  remind: '提醒了去开会的人',
  off: '事情了结了，会不开了',
  minutes: '请召集的人记纪要',
};

/** One step in plain words. Those who reported are never named; those who answer for it are. */
export const historySteps: HistorySteps = {
  reported: (event, s) => `${s.role(event.role)}报了这件事`,
  joined: (event, s) =>
    event.as === 'me-too' ? `又有一位${s.role(event.role)}也遇到了` : `又有一位${s.role(event.role)}报了这件事`,
  supplemented: () => '有人补充了情况',
  'officers-named': () => '补充里说到了工作人员，这件事不经他们的手',
  corrected: () => '报的人改了说法',
  categorised: (event, s) => `归到“${s.category(event.category)}”`,
  'danger-confirmed': (event) =>
    event.why === 'time' || event.why === 'unreachable' ? '没问到本人，当有危险办' : '确认有危险',
  'danger-denied': (event, s) =>
    `${event.why === 'duty' ? `${s.name(event.by)}看过，` : '报的人说'}没有危险，归到“${s.category(event.category)}”`,
  placed: (event, s) => `地方问清了：${s.place(event.place)}`,
  dispatched: (event, s) => `派给${s.area(event.desk)}（${named(event.handlers, s)}）`,
  'given-to-desk': (event, s) =>
    `${event.by === null ? '按规矩' : s.name(event.by)}请${s.area(event.desk)}来办${quoted(event.words, s)}`,
  'approval-asked': (event, s) => `请${named(event.to, s)}审批分配`,
  assigned: (event, s) => `${s.name(event.by)}已审批，派给${named(event.to, s)}`,
  objected: (event, s) => `${s.name(event.by)}说不归他办${quoted(event.words, s)}，请${named(event.to, s)}重新派人`,
  'ruling-asked': (event, s) => `${s.name(event.by)}又要转出${quoted(event.words, s)}，请${named(event.to, s)}裁定`,
  ruled: (event, s) => `${event.by === null ? '没有人裁定，按规矩' : `${s.name(event.by)}裁定`}由${s.name(event.to)}办`,
  claimed: (event, s) => `${s.name(event.by)}接单`,
  'took-charge': (event, s) => `${s.name(event.by)}负责`,
  'hands-asked': (event, s) => `${s.name(event.by)}要加人，又叫了${event.to.length}人`,
  'reporter-asked': (event, s) => `${s.name(event.by)}问报的人${quoted(event.words, s)}`,
  noted: (event, s) => `留言${quoted(event.words, s)}`,
  'waiting-began': (event, s) => `先等到${s.moment(event.until)}${quoted(event.words, s)}`,
  'waiting-ended': () => '接着办',
  'handed-over': (event, s) => `转给${s.name(event.to)}${quoted(event.words, s)}`,
  raised: (event, s) => `往上报给${named(event.to, s)}${quoted(event.words, s)}`,
  resolved: (event, s) =>
    `${s.name(event.by)}办好了${quoted(event.words, s)}${event.photos.length > 0 ? '（有照片）' : ''}`,
  'review-asked': (event, s) => `请${named(event.to, s)}审单`,
  'review-passed': (event, s) => `${s.name(event.by)}审单通过`,
  'sent-back': (event, s) => `${s.name(event.by)}审单驳回${quoted(event.words, s)}`,
  'review-lapsed': () => '没有人审，直接问报的人',
  supervised: (event, s) => `${s.name(event.by)}督办${quoted(event.words, s)}，请在${s.moment(event.due)}前回话`,
  'call-back-asked': (event) => (event.ask > 1 ? `第${event.ask}次问报的人` : '问报的人满不满意'),
  'phone-task-given': (event, s) => `请${named(event.to, s)}打电话问`,
  'call-back-answered': (event) => answer(event),
  'not-seen-yet': (event, s) => `报的人还没去看，${s.moment(event.nextAt)}再问`,
  reopened: () => '重新办',
  'call-back-unheard': () => '回访的私信送不到',
  'revisit-asked': () => '过后又问了一声还好不好',
  'still-fine': () => '报的人说还好',
  'reopened-often': (event, s) => `第${event.times}次没解决，请${named(event.to, s)}看一看`,
  awarded: (event) => `给报的人加${event.points}分`,
  notified: (event, s) => `提醒${named(event.to, s)}`,
  alarmed: (event) => `第${event.round}次紧急通知，叫了${event.to.length}人`,
  'stood-in': (event, s) => `${s.name(event.person)}请假，由${s.name(event.by)}代`,
  'class-changed': () => '这类事的时限改了档',
  'deadline-moved': (event, s) => `作息或时限改了，从${s.moment(event.from)}前改为${s.moment(event.to)}前办好`,
  skipped: (event) => `系统停过，${event.steps.length}次提醒没发出，已接着往下办`,
  withdrawn: () => '报的人撤回',
  'refused-with-reason': (event, s) => `${s.name(event.by)}说办不了${quoted(event.words, s)}`,
  'not-ours': (event, s) =>
    `${s.name(event.by)}说不归社区管${event.to === null ? '' : `，转给“${s.words([event.to])}”`}${quoted(event.words, s)}`,
  'stood-down': (event, s) =>
    `${s.name(event.by)}${event.why === 'false-alarm' ? '看过了，是误报' : '解除了紧急状态'}${quoted(event.words, s)}`,
  'photo-seen': (event, s) =>
    `机器看照片像“${s.category(event.category)}”${event.danger ? `，可能有危险，请${named(event.to, s)}看一眼` : ''}`,
  'photo-checked': (event) =>
    event.fault === null ? '办结的照片看过了' : '办结的照片看不出办好了，请办的人再发一张或说原因',
  proved: (event, s) => `${s.name(event.by)}又发了办结的照片`,
  'photo-explained': (event, s) => `${s.name(event.by)}说了没有照片的原因${quoted(event.words, s)}`,
  'family-called': (event, s) => `${s.name(event.by)}联系上了家属`,
  'police-called': (event, s) => `${s.name(event.by)}报了110`,
  returned: (event, s) => `${s.name(event.by)}把人平安交接了`,
  'thanks-passed': () => '转达了家人的感谢',
  'search-described': (event, s) => `${s.name(event.by)}说了要找的人是什么样子`,
  'widening-asked': (event, s) => `请${named(event.to, s)}点头，再请更多的人找`,
  'widening-held': (event, s) => `${s.name(event.by)}说先不请更多的人`,
  'search-called': (event, s) =>
    `${s.name(event.by)}同意，请了${event.groups.length}个群、${event.people.length}人帮忙找`,
  'lead-given': (event, s) =>
    `${event.found ? '有人说找到了' : '有人看到了'}：${event.place.area === null && event.place.words === null ? '没说在哪里' : s.place(event.place)}`,
  'find-denied': () => '看过了，不是要找的人',
  'family-linked': () => '家里人联系上了，记下了',
  'search-ended': (event, s) => `${s.name(event.by)}说不用再找了，照片和资料收回`,
  'candidates-shown': (event, s) =>
    event.files.length === 0
      ? `${s.name(event.by)}认人，台账里没有对得上的`
      : `${s.name(event.by)}认人，看了${event.files.length}位的名单`,
  'family-shown': (event, s) => `${s.name(event.by)}看了家属电话`,
  'numbers-shown': (event, s) => `${s.name(event.by)}看了话里的电话、车牌这类号码`,
  'thanks-judged': (event) => (event.groups.length > 0 ? '感谢也在骑手群里说了' : '感谢只在私下说'),
  merged: (event) => `和 #${event.number} 是同一件，并到那里一起办`,
  absorbed: (event) => `#${event.number} 是同一件，并了进来`,
  unmerged: (event) => `和 #${event.number} 不是一件，拆开单独办`,
  released: (event) => `#${event.number} 不是一件，拆了出去`,
  'same-asked': (event) => `像是和 #${event.number} 同一件，问了报的人和办的人`,
  'same-denied': (event) => `报的人说和 #${event.number} 不是一件`,
  'way-chosen': (event, s) => `${s.name(event.by)}定为${wayNames[event.way]}${quoted(event.words, s)}`,
  consented: (event) => (event.given ? '报的人同意代办' : '报的人不同意代办'),
  'visit-proposed': (event, s) =>
    `${event.side === 'handler' ? s.name(event.by) : '报的人'}想约${s.moment(event.from)}${quoted(event.words, s)}`,
  'visit-agreed': (event, s) => `约好了${s.moment(event.from)}`,
  'visit-declined': (event, s) => `${s.moment(event.from)}没有约成`,
  'green-channel': (event, s) =>
    event.by === null ? '走绿色通道' : `${s.name(event.by)}让它走绿色通道${quoted(event.words, s)}`,
  'visit-cancelled': (event, s) => `取消了预约${quoted(event.words, s)}`,
  'part-asked': (event, s) =>
    `${s.name(event.by)}请${event.desk === null ? '' : s.area(event.desk)}${named(event.to, s)}联办${quoted(event.words, s)}`,
  'part-claimed': (event, s) => `${s.name(event.by)}接了联办的那一块`,
  'part-noted': (event, s) => `${s.name(event.by)}说联办的进展${quoted(event.words, s)}`,
  'part-declined': (event, s) => `${s.name(event.by)}退回了联办的那一块${quoted(event.words, s)}`,
  'part-done': (event, s) =>
    `${s.name(event.by)}联办的那一块办好了${quoted(event.words, s)}${event.photos.length > 0 ? '（有照片）' : ''}`,
  'part-dropped': (event, s) => `${s.name(event.by)}撤了一块联办${quoted(event.words, s)}`,
  'part-stood-in': (event, s) => `${s.name(event.by)}请假，联办的那一块由${s.name(event.to)}代`,
  convened: (event, s) =>
    `${s.area(event.desk)}召集${event.desks.map((desk) => s.area(desk)).join('、')}，${s.moment(event.from)}开会${quoted(event.words, s)}`,
  'meeting-told': (event) => meetingTold[event.what],
  'minutes-taken': (event, s) =>
    `${s.name(event.by)}记了会的纪要${event.result === null ? '' : event.result === 'solved' ? '，谈成了' : '，没谈成'}${quoted(event.words, s)}${event.photos.length > 0 ? '（有照片）' : ''}`,
  'brought-up': (event) => `拿出来一起说，成了 #${event.number}`,
  ...papersSteps,
  followed: () => '有人关注了这件事',
  unfollowed: () => '有人不再关注了',
  'told-in-person': (event, s) => `${s.name(event.by)}${toldHow[event.how]}${quoted(event.words, s)}`,
  archived: (event) => endings[event.reason],
  considered: (event, s) => `${s.name(event.by)}采纳了这条建议${quoted(event.words, s)}`,
  planned: (event, s) => `${s.name(event.by)}排上了，${s.moment(event.until)}前做好${quoted(event.words, s)}`,
  done: (event, s) =>
    `${s.name(event.by)}做好了${quoted(event.words, s)}${event.photos.length > 0 ? '（有照片）' : ''}`,
  'not-taken-up': (event, s) => `${s.name(event.by)}说这次不采纳${quoted(event.words, s)}`,
};
