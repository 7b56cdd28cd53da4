import {
  areaChoices,
  cardChoices,
  classChoices,
  deskChoices,
  deskKindChoices,
  homeChoices,
  languageChoices,
  officerChoices,
  peopleChoices,
  purposeChoices,
  roleChoices,
  shopChoices,
  weekdayChoices,
} from './choices';
import {
  listed,
  categoryEntries,
  deadlineEntries,
  calendarEntries,
  policyEntry,
  personName,
  areaName,
} from './entries';
import type { Field, FieldKind, Part } from './field';

const field = (key: string, kind: FieldKind, given: Partial<Field> = {}): Field =>
  ({ at: [key], key, ...kind, ...given }) as Field;
const text = (key: string, most = 40): Field => field(key, { kind: 'text', most });
const id: Field = { ...text('id'), once: true };
const count = (key: string): Field => field(key, { kind: 'number' });
const names = (key: string): Field => field(key, { kind: 'names' });

const stageKeys = [
  'dispatchMinutes',
  'claimMinutes',
  'firstAnswerMinutes',
  'resolveMinutes',
  'reviewMinutes',
  'callBackMinutes',
] as const;
const stages: readonly Field[] = stageKeys.map((key) => field(key, { kind: 'number' }));

export const parts: readonly Part[] = [
  {
    id: 'categories',
    words: { zh: '诉求类别', en: 'Categories' },
    about: { zh: '有哪些事，多久办好，谁来办。', en: 'What matters there are, by when, and who handles them.' },
    fields: [
      { ...id },
      text('zh', 20),
      text('en'),
      field('class', { kind: 'one', choices: classChoices }),
      field('card', { kind: 'one', choices: cardChoices }),
      field('desk', { kind: 'one', choices: deskChoices }),
      text('about', 200),
      names('words'),
      text('emergencyNumber', 5),
      count('revisitDays'),
      names('papers'),
      text('bringTo', 80),
      ...stages.map((each): Field => ({ ...each, at: ['stages', ...each.at] })),
    ],
    entries: categoryEntries,
    fresh: ({ setup }) => ['categories', setup.file.categories.length],
  },
  {
    id: 'deadlines',
    words: { zh: '时限', en: 'Deadlines' },
    about: {
      zh: '每一级派单、接单、办好各多少分钟；24小时以上的算上班时间。',
      en: 'Minutes to dispatch, claim and solve for each class; from 24 hours on of working time.',
    },
    fields: [...stages, count('warnShare')],
    entries: deadlineEntries,
  },
  {
    id: 'rules',
    words: { zh: '提醒和积分', en: 'Reminders and points' },
    about: { zh: '超时找谁、报事得几分。', en: 'Who is told when, and what a report earns.' },
    fields: [
      'warnShare',
      'ladderMinutes',
      'alarmStreetMinutes',
      'duplicateMinutes',
      'reportPoints',
      'reportPointsPerDay',
    ].map(count),
    entries: policyEntry,
  },
  {
    id: 'duty',
    words: { zh: '值班表', en: 'Duty rota' },
    about: { zh: '紧急的事马上叫值班的人，不要有空档。', en: 'Emergencies go to who is on duty: leave no gap.' },
    fields: [
      field('person', { kind: 'one', choices: officerChoices }),
      field('area', { kind: 'one', choices: areaChoices }),
      field('weekdays', { kind: 'many', choices: weekdayChoices, numbers: true }),
      { ...field('from', { kind: 'time' }), key: 'turnFrom' },
      { ...field('to', { kind: 'time' }), key: 'turnTo' },
    ],
    ...listed('duty', ({ person, area, from, to }, view) =>
      [personName(person, view), areaName(area, view), from === to ? '' : `${from}–${to}`].filter(Boolean).join(' · '),
    ),
  },
  {
    id: 'leave',
    words: { zh: '请假和替班', en: 'Leave' },
    about: { zh: '谁不在，由谁代。', en: 'Who is away, and who stands in.' },
    fields: [
      field('person', { kind: 'one', choices: officerChoices }),
      field('by', { kind: 'one', choices: officerChoices }),
      { ...field('from', { kind: 'date' }), key: 'leaveFrom' },
      { ...field('to', { kind: 'date' }), key: 'leaveTo' },
    ],
    ...listed('substitutes', ({ person, by, from, to }, view) =>
      [`${personName(person, view)} → ${personName(by, view)}`, from ? `${from}–${to ?? ''}` : '']
        .filter(Boolean)
        .join(' · '),
    ),
  },
  {
    id: 'people',
    words: { zh: '人和职责', en: 'People and roles' },
    about: { zh: '谁管哪里。聊天里给的职责不在这里。', en: 'Who answers for what. Roles given by chat are not here.' },
    fields: [
      { ...id },
      text('name'),
      field('roles', { kind: 'grants' }),
      field('building', { kind: 'one', choices: homeChoices }),
      field('language', { kind: 'one', choices: languageChoices }),
      field('offline', { kind: 'flag' }),
      text('telegram', 20),
      text('wechat', 60),
    ],
    ...listed('people', ({ name }) => name),
  },
  {
    id: 'groups',
    words: { zh: '群', en: 'Groups' },
    about: { zh: '哪个群是做什么的。', en: 'What each group is for.' },
    fields: [
      { ...id },
      text('title'),
      field('purpose', { kind: 'one', choices: purposeChoices }),
      field('area', { kind: 'one', choices: areaChoices }),
      field('members', { kind: 'many', choices: peopleChoices }),
      text('telegram', 20),
      text('wechat', 60),
    ],
    ...listed('groups', ({ title }) => title),
  },
  {
    id: 'desks',
    words: { zh: '物业和部门', en: 'Desks' },
    about: { zh: '网格、社区之外，事情还可以转给谁。', en: 'Who else can be asked beside grids and community.' },
    fields: [
      { ...id },
      text('name'),
      field('kind', { kind: 'one', choices: deskKindChoices }),
      names('aliases'),
      field('in', { kind: 'one', choices: areaChoices }),
      field('people', { kind: 'many', choices: peopleChoices }),
    ],
    ...listed('desks', ({ name }) => name),
  },
  {
    id: 'calendars',
    words: { zh: '上班时间', en: 'Working time' },
    about: { zh: '法定节假日和调休自动算。', en: 'Official holidays and make-up days are known.' },
    fields: [
      field('hours', { kind: 'hours' }),
      field('seasons', { kind: 'seasons' }),
      field('weekdays', { kind: 'many', choices: weekdayChoices, numbers: true }),
      names('daysOff'),
      names('workingDays'),
    ],
    entries: calendarEntries,
  },
  {
    id: 'shops',
    words: { zh: '领取点', en: 'Shops' },
    about: { zh: '积分换的东西在哪里领。', en: 'Where rewards are handed out.' },
    fields: [
      { ...id },
      text('name'),
      text('address'),
      { ...text('hours'), key: 'shopHours' },
      field('people', { kind: 'many', choices: peopleChoices }),
      field('area', { kind: 'one', choices: areaChoices }),
    ],
    ...listed('shops', ({ name }) => name),
  },
  {
    id: 'rewards',
    words: { zh: '积分能换什么', en: 'Rewards' },
    about: { zh: '多少分换什么，一个月几份。', en: 'What points buy, and how many a month.' },
    fields: [
      { ...id },
      text('zh'),
      text('en'),
      names('words'),
      ...['points', 'stock', 'perMonth', 'validDays'].map(count),
      field('shops', { kind: 'many', choices: shopChoices }),
      field('for', { kind: 'many', choices: roleChoices }),
    ],
    ...listed('rewards', ({ zh, en, points }, { language }) => `${language === 'zh' ? zh : en} · ${points}`),
  },
];
