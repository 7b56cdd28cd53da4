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
  'platform.back': (p) =>
    lines(
      `${names[p.platform]} is back; what was kept is going out.`,
      'What was said meanwhile may not have been heard: please have a look at the groups.',
    ),
};
