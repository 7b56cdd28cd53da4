import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

const names = { wechat: 'WeChat' } as const;

export const platform: TopicCatalogue<'platform'> = {
  'platform.away': (p) =>
    lines(
      `${names[p.platform]} is cut off: nothing said in its groups is heard for now.`,
      'What is to be sent is kept and goes out later; for anything urgent please ring up.',
      'Please look at the board for the reason; if a code is shown, scan it with the bot’s telephone.',
    ),
  'platform.please-ring': (p, s) =>
    lines(
      `${p.critical ? 'Urgent: ' : ''}${s.name(p.person)} cannot be reached on any platform.`,
      p.numbers.length === 0
        ? null
        : `It is about ${p.numbers.map((number) => `#${number}`).join(', ')}; reply "查 #${p.numbers[0] ?? ''}" to read it.`,
      `Please ring them up${p.critical ? ' at once' : ''}, from the community’s own telephone list, and ask them to write to the bot: what they missed is said then.`,
    ),
  'platform.back': (p) =>
    lines(
      `${names[p.platform]} is back; what was kept is going out.`,
      'What was said meanwhile may not have been heard: please have a look at the groups.',
    ),
};
