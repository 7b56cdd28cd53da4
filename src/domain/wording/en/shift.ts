import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const shift: TopicCatalogue<'shift'> = {
  'shift.station': (p, s) =>
    lines(
      `Noted: your station is ${s.place({ area: p.area, words: null })}.`,
      'Reply "上班" when you start, "下班" when you stop.',
    ),
  'shift.on': (p, s) =>
    lines(
      `Noted: you are on shift until ${s.moment(p.until)}.`,
      'When somebody is missing I will ask you in private to keep an eye out; ride safely.',
      'Off earlier: "下班". Rather not be asked: "找人别叫我".',
    ),
  'shift.off': () => lines('Noted: your shift is over. Get home safely.', 'To start again, reply "上班".'),
};
