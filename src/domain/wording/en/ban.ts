import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const ban: TopicCatalogue<'ban' | 'flood'> = {
  'flood.slow': () =>
    lines(
      'That is too much at once; I do not read the rest. Please wait a minute.',
      'Danger need not wait: write "急" and a few words, and ring 110, 119 or 120.',
    ),
  'ban.done': (p, s) =>
    p.banned
      ? lines(
          `What ${s.name(p.person)} writes is not heard any more, but for danger.`,
          `To undo it: "解除拉黑 ${s.name(p.person)}".`,
        )
      : lines(`${s.name(p.person)} is heard again.`, 'Nothing more to do.'),
  'ban.told': () =>
    lines(
      'The community has suspended your reports here; ordinary messages are not read.',
      'Danger is still heard: "急" and a few words. To speak about it, please come to the office.',
    ),
  'ban.lifted-told': () => lines('You can report things here again.', 'Send a photo, and say where and what.'),
  'ban.which': (p) =>
    p.count === 0
      ? lines(
          'I know nobody of that name.',
          'Write the name they show, or a matter they reported: "拉黑 #number 因为 …".',
        )
      : lines(
          `${p.count} people have that name; nothing was done.`,
          'Write a matter they reported: "拉黑 #number 因为 …".',
        ),
  'ban.colleague': (p, s) =>
    lines(
      `${s.name(p.person)} works here and cannot be banned.`,
      "Whoever no longer does: change the community's list.",
    ),
  'ban.needs-reason': () => lines('A reason is needed and kept.', 'Please send it again with "因为 …" behind.'),
};
