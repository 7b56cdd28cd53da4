import { cleanName } from '../clean-text';
import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

const groups: Readonly<Record<WordingParams['hello.group-bound']['purpose'], string>> = {
  residents: "residents' group",
  riders: "riders' group",
  volunteers: "volunteers' group",
  staff: 'staff group',
};

export const hello: TopicCatalogue<'hello'> = {
  'hello.private': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, I am Linli. I take note of what the neighbourhood needs, find who can do it and keep at it.`,
      p.roles.length === 0 ? null : `You are ${[...new Set(p.roles)].map((role) => s.role(role)).join(', ')}.`,
      'In an emergency first ring 110, 119 or 120.',
      'Otherwise send a photo or a few words: where, and what is wrong. For more, reply "帮助".',
    ),
  'hello.group-unbound': () =>
    lines(
      'Hello, I am Linli. This group is not registered yet, so I stay silent.',
      'Staff of the community, please send "绑定" and the code here.',
    ),
  'hello.group-deaf': () =>
    lines(
      'Here I see no photos and hear no ordinary messages: only what mentions me or answers me.',
      "Would the group's owner please open its settings and make me an administrator?",
    ),
  'hello.group-bound': (p, s) =>
    lines(
      `Registered: this is the ${groups[p.purpose]} of ${s.area(p.area)}.`,
      'If something comes up, send a photo and a few words.',
    ),
  'hello.bind-ask': (p, s) =>
    lines(
      `Register the group "${cleanName(p.title)}" as the ${groups[p.purpose]} of ${s.area(p.area)}?`,
      'Yes: reply 1; no: reply 2.',
    ),
  'hello.code-wrong': () =>
    lines('This code is wrong, used or expired.', 'Please ask for a new one and use it within 10 minutes.'),
  'hello.role-bound': (p, s) =>
    lines(`Registered: you are ${s.role(p.role)} of ${s.area(p.area)}.`, 'To see what you can do, reply "帮助".'),
  'hello.invite-director': () =>
    lines(
      'A director is invited by a director; no code was made.',
      'Please ask one, or invite somebody else: "邀请 网格员 一网格".',
    ),
  'hello.invite-how': () =>
    lines(
      'Whom to invite was not clear; no code was made.',
      'Please say "邀请 网格员 一网格" or "邀请 居民 6号楼"; for a group, "邀请 居民群".',
    ),
  'hello.invite-code': (p, s) =>
    lines(
      `The code for ${p.role === 'group' ? 'a group' : s.role(p.role)} of ${s.area(p.area)}: ${p.code}`,
      `It works once, until ${s.moment(p.until)}.`,
      p.role === 'group'
        ? `Please send "绑定 ${p.code}" in that group.`
        : `Please have that person write to me in private: "绑定 ${p.code}".`,
    ),
};
