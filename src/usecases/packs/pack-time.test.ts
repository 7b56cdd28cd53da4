import { calendarOf } from '../../domain/community/area-calendar';
import { stagesOf } from '../../domain/community/stages-of';
import { sayPackError } from './pack-error';
import { readPack } from './pack';

const pack = `id: small
name: 小社区
areas:
  - { id: home, kind: community, name: 小社区 }
  - { id: grid-1, kind: grid, name: 第一网格, in: home, calendar: { hours: [{ from: "09:00", to: "17:00" }] } }
  - { id: b1, kind: building, name: 1号楼, in: grid-1, calendar: { weekdays: [1, 2, 3, 4, 5, 6] } }
  - { id: grid-2, kind: grid, name: 第二网格, in: home }
people:
  - { id: wang, name: 小王, roles: { grid-worker: [grid-1] } }
  - { id: li, name: 小李, roles: { grid-worker: [grid-2] } }
  - { id: chen, name: 小陈, roles: { staff: [home] } }
  - { id: gu, name: 小顾, roles: { resident: [home] } }
calendar:
  seasons: [{ from: 05-01, to: 09-30, hours: [{ from: "07:30", to: "11:30" }] }]
categories:
  - { id: lamp, zh: 路灯, en: Lamp, class: 24h, about: 路灯不亮, stages: { claimMinutes: 30, warnShare: 0.5 } }
`;

const mistakesIn = (text: string): readonly string[] => {
  const read = readPack(text, 'my.yaml');
  return read.ok ? [] : read.refusal.map(sayPackError);
};

const communityOf = (text: string) => {
  const read = readPack(text, 'my.yaml');
  if (!read.ok) throw new Error(read.refusal.map(sayPackError).join('\n'));
  return read.value.community;
};

describe('working time of areas', () => {
  const community = communityOf(pack);

  test('an area keeps its own hours all year; what lies in it keeps them too, but for what it changes itself', () => {
    expect(calendarOf(community, 'grid-1')).toMatchObject({ hours: [{ from: '09:00', to: '17:00' }], seasons: [] });
    expect(calendarOf(community, 'b1')).toMatchObject({
      hours: [{ from: '09:00', to: '17:00' }],
      weekdays: [1, 2, 3, 4, 5, 6],
    });
  });

  test('an area without its own works as the community does', () => {
    expect(calendarOf(community, 'grid-2')).toBe(community.calendar);
    expect(calendarOf(community, null)).toBe(community.calendar);
    expect(community.calendar.seasons).toHaveLength(1);
  });
});

test('a category has stages of its own where its class does not fit, and no others', () => {
  const community = communityOf(pack);
  const lamp = { class: '24h', category: 'lamp' } as const;
  expect(stagesOf(community, lamp)).toMatchObject({ claimMinutes: 30, resolveMinutes: 480, warnShare: 0.5 });
  expect(stagesOf(community, { ...lamp, category: null }).claimMinutes).toBe(60);
  expect(stagesOf(community, { ...lamp, class: '2h' }).claimMinutes).toBe(20);
});

test('a first answer that is promised sooner has the matter claimed sooner; one that is promised later changes nothing', () => {
  const community = communityOf(pack);
  const classes = (firstAnswerMinutes: number) => ({
    ...community.policy.classes,
    '7d': { ...community.policy.classes['7d'], firstAnswerMinutes },
  });
  const claimed = (firstAnswerMinutes: number) =>
    stagesOf(
      { ...community, policy: { ...community.policy, classes: classes(firstAnswerMinutes) } },
      { class: '7d', category: null },
    ).claimMinutes;
  expect(claimed(60)).toBe(60);
  expect(claimed(1_000)).toBe(community.policy.classes['7d'].claimMinutes);
});

test('a planned absence lasts from its first morning to the end of its last day', () => {
  const text = `${pack}substitutes:\n  - { person: wang, by: li, from: 2026-12-01, to: 2026-12-05 }\n`;
  expect(communityOf(text).substitutes).toEqual([
    {
      person: 'wang',
      by: 'li',
      during: { from: '2026-11-30T16:00:00.000Z', to: '2026-12-05T16:00:00.000Z' },
    },
  ]);
});

const circle = 'somebody outside the circle at one place of it, so that each chain ends with somebody who is there';
test.each([
  [
    'seasons that share a day',
    pack.replace('seasons: [', 'seasons: [{ from: 09-30, to: 10-31, hours: [{ from: "08:00", to: "12:00" }] }, '),
    'my.yaml:14:12: "seasons" is a list; expected seasons that share no day: let each begin on the day after the one before',
  ],
  [
    'a day of the year that is none',
    pack.replace('05-01', '05-32'),
    'my.yaml:14:21: "from" is "05-32"; expected a day of the year, such as 05-01',
  ],
  [
    'an unknown key in an area’s calendar',
    pack.replace('weekdays:', 'weekday:'),
    'my.yaml:6:66: unknown key "weekday"; expected one of hours, seasons, weekdays, daysOff, workingDays',
  ],
  [
    'stages of a category that nobody can keep',
    pack.replace('claimMinutes: 30', 'claimMinutes: 600'),
    'my.yaml:16:68: category "lamp" is to be claimed later than it is to be solved; expected claimMinutes of at most resolveMinutes',
  ],
  [
    'a circle of two',
    `${pack}substitutes:\n  - { person: wang, by: li }\n  - { person: li, by: wang }\n`,
    `my.yaml:18:25: people stand in for each other in a circle: wang → li → wang; expected ${circle}`,
  ],
  [
    'a circle of three that holds for some days only',
    `${pack}substitutes:\n  - { person: wang, by: li }\n  - { person: li, by: chen }\n  - { person: chen, by: wang, from: 2026-12-01, to: 2026-12-02 }\n`,
    `my.yaml:18:25: people stand in for each other in a circle: wang → li → chen → wang; expected ${circle}`,
  ],
  [
    'oneself as a substitute',
    `${pack}substitutes:\n  - { person: wang, by: wang }\n`,
    `my.yaml:18:25: people stand in for each other in a circle: wang → wang; expected ${circle}`,
  ],
  [
    'somebody without an office',
    `${pack}substitutes:\n  - { person: wang, by: gu }\n`,
    'my.yaml:18:25: "gu" has no office to stand in; expected one of wang, li, chen',
  ],
  [
    'an absence with one day only',
    `${pack}substitutes:\n  - { person: wang, by: li, from: 2026-12-01 }\n`,
    'my.yaml:18:5: one day without the other; expected both "from" and "to", or neither',
  ],
])('%s is told with its line and what to do', (_, text, sentence) => {
  expect(mistakesIn(text)).toContain(sentence);
});

test('standing in for each other on different days is no circle', () => {
  const days = [
    '  - { person: wang, by: li, from: 2026-12-01, to: 2026-12-02 }',
    '  - { person: li, by: wang, from: 2026-12-03, to: 2026-12-04 }',
  ];
  expect(mistakesIn(`${pack}substitutes:\n${days.join('\n')}\n`)).toEqual([]);
});
