import type { AreaId } from '../../ids';
import { labels } from '../labels';
import type { MeetingKey, MeetingParams } from '../meeting-params';
import type { Catalogue, Speaker } from '../params';
import { head, lines, quoted } from './phrases';

const desks = (ids: readonly AreaId[], s: Speaker): string => ids.map((id) => s.area(id)).join('、');

const bars: Readonly<Record<MeetingParams['refused.meeting']['why'], (number: number) => string>> = {
  branch: (number) => `会要由这一片的网格党支部来召集，什么都没有改。\n请回“上报 #${number} 因为 …”，请上面安排。`,
  time: (number) => `没看懂哪天几点开会，或者已经过了。\n请这样说：“召集 #${number} 明天15点 在居委会”。`,
  place: (number) => `还没说在哪里开会。\n请这样说：“召集 #${number} 明天15点 在居委会”。`,
  nobody: (number) => `要请的那边现在没有人在，没有召集。\n请说请谁：“召集 #${number} 明天15点 在居委会 请物业”。`,
  private: (number) => `这件事不能让邻居知道，所以不开会商量，什么都没有改。\n办不下来请回“上报 #${number} 因为 …”。`,
  none: (number) => `这件事还没有召集过会。\n请先说时间地点：“召集 #${number} 明天15点 在居委会”。`,
  result: (number) =>
    `没看懂会上谈成了没有，纪要还没有记。\n谈成了回“纪要 #${number} 解决了 …”；没谈成回“纪要 #${number} 没解决 …”，会往上报。`,
};

/** 网格党支部召集业委会、物业开会，纪要和结果。 */
export const ticketMeeting = {
  'ticket.convened': (p, s) =>
    lines(
      head(p, s),
      `已经请${desks(p.desks, s)}${s.moment(p.from)}来开会，在${s.words(p.words)}（${p.to.map((person) => s.name(person)).join('、')}）。开会前会提醒一次。`,
      p.due === null ? null : `办好的期限是${s.moment(p.due)}，在开会之前；要等开会，回“等 #${p.number}”说原因。`,
      `开完回“纪要 #${p.number} 解决了 …”，或“纪要 #${p.number} 没解决 …”，可以附照片。`,
    ),
  'ticket.meeting': (p, s) =>
    lines(
      head(p, s),
      `${s.area(p.desk)}请${desks(p.desks, s)}一起商量这件事：${s.moment(p.from)}，在${s.words(p.words)}。`,
      p.report.length === 0 ? null : `有人反映：“${s.masked(p.report)}”`,
      `来不了，回“留言 #${p.number}”说一声，会转告${s.name(p.by)}。`,
    ),
  'ticket.meeting-remind': (p, s) =>
    lines(
      head(p, s),
      `别忘了：${s.moment(p.from)}在${s.words(p.words)}开会，${s.area(p.desk)}召集的。`,
      `来不了，请早点回“留言 #${p.number}”说一声。`,
    ),
  'ticket.meeting-off': (p, s) =>
    lines(head(p, s), `这件事已经了结，${s.moment(p.from)}的会不开了。`, '您不用来，谢谢您。'),
  'ticket.meeting-word': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)}留言：${quoted(p.words, s)}`,
      `要改时间地点，再回“召集 #${p.number}”加新的时间和地点。`,
    ),
  'ticket.minutes-ask': (p, s) =>
    lines(
      head(p, s),
      `${s.moment(p.from)}的会开得怎么样？`,
      `谈成了回“纪要 #${p.number} 解决了 …”；没谈成回“纪要 #${p.number} 没解决 …”，会往上报。`,
    ),
  'ticket.minutes-kept': (p, s) =>
    lines(
      `${head(p, s)}｜${labels.zh.states[p.state]}`,
      '纪要记下了，这件事的结果没有变。',
      `想看全部经过，回“查 #${p.number}”。`,
    ),
  'ticket.minutes-up': (p, s) =>
    lines(
      head(p, s),
      `${s.area(p.desk)}开会商量过，没能解决，往上报了。${s.name(p.by)}的纪要：${quoted(p.words, s)}`,
      `能办请回“接 #${p.number}”，或“转 #${p.number} 给 姓名”。`,
    ),
} satisfies Pick<Catalogue, MeetingKey>;

export const meetingRefusals = {
  'refused.meeting': (p, s) => lines(head(p, s), bars[p.why](p.number)),
} satisfies Pick<Catalogue, 'refused.meeting'>;
