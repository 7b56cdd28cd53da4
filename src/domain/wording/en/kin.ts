import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const kin: TopicCatalogue<'kin'> = {
  'kin.asked': () =>
    lines(
      'Noted. They, or staff for them, are asked.',
      'I will tell you; what is urgent you can report now: "代 name 报" and what it is.',
    ),
  'kin.confirm': (p, s) =>
    p.toStaff
      ? lines(
          `${s.name(p.person)} would like to speak for ${s.name(p.old)} from now on.`,
          'Please ring or visit them and ask whether they wish it.',
          'They do: reply 1; they do not: reply 2.',
        )
      : lines(
          `${s.name(p.person)} would like to report things for you, and hear how far they are.`,
          'You can report things yourself all the same; to end it, reply "不用替我了".',
          'Yes: reply 1; no: reply 2.',
        ),
  'kin.linked': (p, s) =>
    p.you === 'old'
      ? lines(`${s.name(p.person)} may report things for you from now on.`, 'To end it, reply "不用替我了".')
      : lines(
          `You may speak for ${s.name(p.old)} from now on: "代 ${s.name(p.old)} 报" and what it is.`,
          'Without a place it is their building; when it is done you are asked. To end it, reply "不替了".',
        ),
  'kin.refused': (p, s) => lines(`${s.name(p.old)} did not agree; nothing is kept.`, 'To ask about it, reply "人工".'),
  'kin.ended': (p, s) =>
    lines(`You and ${s.name(p.other)} no longer speak for each other.`, 'If something comes up, say where and what.'),
  'kin.none': () => lines('Nobody speaks for anybody now.', 'To speak for somebody old, reply "我替 name 说话".'),
  'kin.spoke': (p, s) =>
    lines(
      `${s.name(p.by)} reported something for you: #${p.number}.`,
      'If you did not wish it, reply "人工"; to end it, "不用替我了".',
    ),
};
