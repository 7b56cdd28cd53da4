import { cleanName } from '../clean-text';
import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const self: TopicCatalogue<'self'> = {
  'self.code': (p, s) =>
    lines(
      `Your code: ${p.code}. It works once, until ${s.moment(p.until)}.`,
      'Whoever has it can speak as you: give it to nobody.',
      `From the new account write to me: "绑定 ${p.code}".`,
    ),
  'self.perhaps-known': (p) =>
    lines(
      'If you were registered here from another account, its matters and points can be yours again.',
      'If the old account still works, send "换号" from it.',
      `If not, reply "我是 ${cleanName(p.name)} 6号楼" with your own building; the community will check it.`,
    ),
  'self.asked': () =>
    lines(
      'Noted. The community checks it and I will tell you. In an emergency ring 110, 119 or 120.',
      'If the old account still works, send "换号" from it: that is done at once. If not, please wait.',
    ),
  'self.home-asked': (p, s) =>
    lines(
      `Noted: you live in ${s.area(p.area)}. The community checks it.`,
      'I will tell you; you can report things meanwhile.',
    ),
  'self.home-unknown': () => lines('I do not know that building.', 'Please send it again, such as "我住 6号楼".'),
  'self.confirm': (p, s) =>
    p.of === null
      ? lines(
          `${s.name(p.person)} has a new account and says: "${cleanName(p.said)}". Nobody here fits.`,
          'Please ring or ask in person; to give a role, reply "邀请 居民" and the building.',
        )
      : lines(
          `${s.name(p.person)} says from a new account: I am ${s.name(p.of)}${p.building === null ? '' : ` (${s.place({ area: p.building, words: null })})`}.`,
          'A name proves nothing: please ring the number you have, or ask in person.',
          'It is: reply 1; it is not: reply 2.',
        ),
  'self.confirm-home': (p, s) =>
    lines(
      `${s.name(p.person)} says they live in ${s.place({ area: p.area, words: null })}.`,
      'Please check.',
      'Yes: reply 1; no: reply 2.',
    ),
  'self.claimed': (p, s) =>
    lines(
      `A new account called "${cleanName(p.name)}" says it is you.`,
      `If you changed accounts: write to me from the new one "绑定 ${p.code}", until ${s.moment(p.until)}; give it to nobody.`,
      'If it is not you, reply 2.',
    ),
  'self.joined': (p, s) =>
    lines(
      `${s.name(p.name)}, your new account is connected; your matters and points are all here.`,
      `Matters under way: ${p.open}; points: ${p.points}.`,
      'To see your matters, reply "我的". If this was not you, reply "人工".',
    ),
  'self.joined-wish': (p, s) =>
    p.all
      ? lines(
          `You had asked to be erased: that now takes in what came with the new account, and is done on ${s.moment(p.due)}.`,
          'If you think better of it before then, reply "不删了".',
        )
      : lines(
          `From the new account you had asked to be erased: what it said and sent before it was connected goes on ${s.moment(p.due)}; what was registered before stays.`,
          'To keep it, reply "不删了"; to have the rest erased too, reply "忘记我".',
        ),
  'self.joined-staff': (p, s) =>
    lines(
      `The new account "${cleanName(p.name)}" now belongs to ${s.name(p.of)}.`,
      `If that is wrong, reply "拆开 ${s.name(p.of)}".`,
    ),
  'self.home-granted': (p, s) =>
    lines(
      `${s.name(p.name)}, it is checked: you live in ${s.place({ area: p.area, words: null })}.`,
      'From now on "我家" is enough. To see what you can do, reply "帮助".',
    ),
  'self.granted-staff': (p, s) =>
    lines(
      `${s.name(p.person)} is registered as a resident of ${s.place({ area: p.area, words: null })}.`,
      'Nothing more to do.',
    ),
  'self.refused': () =>
    lines(
      'The community could not confirm it. You are kept as somebody new and can report things all the same.',
      'Please come to the office with your papers, or reply "人工".',
    ),
  'self.refused-staff': (p, s) =>
    lines(`${s.name(p.person)}: not confirmed, nothing was changed.`, 'They are asked to come in person.'),
  'self.settled': (p, s) =>
    lines(`Somebody answered for ${s.name(p.person)} already: ${p.granted ? 'yes' : 'no'}.`, 'Nothing more to do.'),
  'self.cannot': () =>
    lines(
      'This account cannot be connected: it is registered as somebody else.',
      'Please reply "人工"; staff will help.',
    ),
  'self.part-ask': (p, s) =>
    lines(
      `The account "${cleanName(p.name)}" was added to ${s.name(p.of)} on ${s.time(p.at)}.`,
      'Once parted, what it reported and the points it brought are its own again.',
      'Part them: reply 1; leave them: reply 2.',
    ),
  'self.part-nobody': (p) =>
    lines(`No account was added to "${cleanName(p.name)}".`, 'Please send the registered name again.'),
  'self.parted': (p, s) =>
    lines(
      `Parted: the account "${cleanName(p.name)}" is somebody of its own again, ${s.name(p.of)} stays as before.`,
      'Please both look at "我的" for what was done meanwhile.',
    ),
  'self.parted-told': () =>
    lines("Your account and somebody else's were parted.", 'To see your matters, reply "我的"; if wrong, "人工".'),
  'self.language': () =>
    lines(
      'I will speak to you like this from now on.',
      'To change it: "语言 繁体", "语言 简体" or "language English".',
    ),
  'self.staff-only': () => lines('Staff part accounts.', 'Please reply "人工".'),
};
