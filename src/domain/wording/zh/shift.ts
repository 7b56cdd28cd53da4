import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const shift: TopicCatalogue<'shift'> = {
  'shift.station': (p, s) =>
    lines(`记下了，您在${s.place({ area: p.area, words: null })}。`, '开始送单回“上班”，收工回“下班”。'),
  'shift.on': (p, s) =>
    lines(
      `记下了，您在班上，到${s.moment(p.until)}。`,
      '这段时间有人走失，会私下请您留意；骑车注意安全。',
      '早收工就回“下班”；不想被叫，回“找人别叫我”。',
    ),
  'shift.off': () => lines('记下了，您下班了，路上慢点。', '再开工，回“上班”。'),
};
