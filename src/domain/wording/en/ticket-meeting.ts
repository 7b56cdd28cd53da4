import type { AreaId } from '../../ids';
import { labels } from '../labels';
import type { MeetingKey, MeetingParams } from '../meeting-params';
import type { Catalogue, Speaker } from '../params';
import { head, lines, quoted } from './phrases';

const desks = (ids: readonly AreaId[], s: Speaker): string => ids.map((id) => s.area(id)).join(', ');

const example = (number: number): string => `"召集 #${number} 明天15点 在居委会"`;

const bars: Readonly<Record<MeetingParams['refused.meeting']['why'], (number: number) => string>> = {
  branch: (number) =>
    `Only the Party branch of this grid convenes a meeting. Nothing was changed.\nReply "上报 #${number} 因为 …" to ask those above.`,
  time: (number) => `No day and hour were understood, or they are over.\nPlease say it like this: ${example(number)}.`,
  place: (number) => `Where is the meeting?\nPlease say it like this: ${example(number)}.`,
  nobody: (number) =>
    `Nobody of those desks is there now; nobody was asked.\nSay whom: "召集 #${number} 明天15点 在居委会 请物业".`,
  private: (number) =>
    `Neighbours must not hear of this matter, so there is no meeting about it.\nReply "上报 #${number} 因为 …" to ask those above.`,
  none: (number) => `No meeting was convened yet.\nFirst say when and where: ${example(number)}.`,
  result: (number) =>
    `Was it settled? The minutes are not kept yet.\nReply "纪要 #${number} 解决了 …", or "纪要 #${number} 没解决 …" to send it up.`,
};

/** The Party branch convenes the owners' committee and the property firm; minutes and result. */
export const ticketMeeting = {
  'ticket.convened': (p, s) =>
    lines(
      head(p, s),
      `${desks(p.desks, s)} are asked to meet ${s.moment(p.from)}, "${s.words(p.words)}" (${p.to.map((person) => s.name(person)).join(', ')}). They are reminded once.`,
      p.due === null
        ? null
        : `The deadline, ${s.moment(p.due)}, comes first; to wait, reply "等 #${p.number}" and say why.`,
      `Afterwards reply "纪要 #${p.number} 解决了 …" or "纪要 #${p.number} 没解决 …", with a photo if you like.`,
    ),
  'ticket.meeting': (p, s) =>
    lines(
      head(p, s),
      `${s.area(p.desk)} asks ${desks(p.desks, s)} to talk this over: ${s.moment(p.from)}, "${s.words(p.words)}".`,
      p.report.length === 0 ? null : `Somebody said: "${s.masked(p.report)}"`,
      `If you cannot come, reply "留言 #${p.number}" with a word; ${s.name(p.by)} will hear it.`,
    ),
  'ticket.meeting-remind': (p, s) =>
    lines(
      head(p, s),
      `Do not forget the meeting ${s.moment(p.from)}, "${s.words(p.words)}", convened by ${s.area(p.desk)}.`,
      `If you cannot come, reply "留言 #${p.number}" with a word soon.`,
    ),
  'ticket.meeting-off': (p, s) =>
    lines(head(p, s), `The matter is over; the meeting ${s.moment(p.from)} is off.`, 'You need not come. Thank you.'),
  'ticket.meeting-word': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)} left a word: ${quoted(p.words, s)}`,
      `To move the meeting, reply "召集 #${p.number}" with another time and place.`,
    ),
  'ticket.minutes-ask': (p, s) =>
    lines(
      head(p, s),
      `How was the meeting of ${s.moment(p.from)}?`,
      `Reply "纪要 #${p.number} 解决了 …", or "纪要 #${p.number} 没解决 …" to send it up.`,
    ),
  'ticket.minutes-kept': (p, s) =>
    lines(
      `${head(p, s)} | ${labels.en.states[p.state]}`,
      'The minutes are kept; how the matter ended stays as it is.',
      `To see all of it, reply "查 #${p.number}".`,
    ),
  'ticket.minutes-up': (p, s) =>
    lines(
      head(p, s),
      `${s.area(p.desk)} met and could not settle it. The minutes of ${s.name(p.by)}: ${quoted(p.words, s)}`,
      `If you can do it, reply "接 #${p.number}", or "转 #${p.number} 给 姓名".`,
    ),
} satisfies Pick<Catalogue, MeetingKey>;

export const meetingRefusals = {
  'refused.meeting': (p, s) => lines(head(p, s), bars[p.why](p.number)),
} satisfies Pick<Catalogue, 'refused.meeting'>;
