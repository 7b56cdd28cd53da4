import type { DeadlineClass } from '../../../domain/community/category';
import type { Language } from '../../../domain/wording/say-moment';

type Words = Readonly<Record<string, readonly [zh: string, en: string, hintZh?: string, hintEn?: string]>>;

const list = ['几个就用顿号隔开', 'several: put commas between'] as const;
const minutes = ['分钟', 'minutes'] as const;

/** What each key of a pack is called on the board, and what helps to fill it in. */
const words: Words = {
  id: ['编号', 'Id', '小写字母、数字、横线，以后不能改', 'small letters, digits and hyphens; it stays'],
  name: ['名字', 'Name'],
  title: ['群名', 'Title'],
  zh: ['中文名', 'Chinese name'],
  en: ['英文名', 'English name'],
  class: ['时限', 'Deadline class'],
  about: ['是什么事', 'What it is about'],
  card: ['群里', 'In groups'],
  desk: ['谁来办', 'Handled by'],
  words: ['也叫', 'Other words', ...list],
  emergencyNumber: ['先打哪个电话', 'Number to ring first'],
  revisitDays: ['办结多少天后再问', 'Days until asked again'],
  papers: ['要带的材料', 'Papers', ...list],
  bringTo: ['材料送到哪里', 'Where to bring papers'],
  stages: ['时限', 'Stages'],
  dispatchMinutes: ['派单', 'Dispatch', ...minutes],
  claimMinutes: ['接单', 'Claim', ...minutes],
  firstAnswerMinutes: ['头一次答复', 'First answer', ...minutes],
  resolveMinutes: ['办好', 'Solve', ...minutes],
  reviewMinutes: ['审单', 'Review', ...minutes],
  callBackMinutes: ['回访', 'Call back', ...minutes],
  warnShare: ['用掉多少时间提醒', 'Share of the time after which it reminds', '0.1 到 0.95', '0.1 to 0.95'],
  ladderMinutes: ['超时后隔多久找上一级', 'Until the next level is told', ...minutes],
  alarmStreetMinutes: ['紧急事多久没人负责叫街道', 'Until the street office is alarmed', ...minutes],
  duplicateMinutes: ['多久之内算同一件事', 'Reports within this are one matter', ...minutes],
  reportPoints: ['报一件真事得几分', 'Points for a verified report'],
  reportPointsPerDay: ['报事一天最多几分', 'Most points a day for reports'],
  person: ['谁', 'Who'],
  by: ['由谁代', 'Who stands in'],
  area: ['哪里', 'Where'],
  in: ['管哪里', 'What it answers for'],
  weekdays: ['周几', 'Weekdays'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  turnFrom: ['几点起', 'From', '起止一样就是整天', 'the same twice: the whole day'],
  turnTo: ['几点止', 'To'],
  leaveFrom: ['从哪天', 'First day', '不填日子：只要请假都由他代', 'without days: whenever the person is away'],
  leaveTo: ['到哪天', 'Last day'],
  roles: ['职责', 'Roles'],
  building: ['住在或常在', 'Lives or works in'],
  offline: ['不用手机', 'Without a phone'],
  language: ['说什么话', 'Language'],
  telegram: ['Telegram 号', 'Telegram id'],
  wechat: ['微信号', 'WeChat id'],
  purpose: ['什么群', 'Purpose'],
  members: ['群里的工作人员', 'Members known'],
  kind: ['哪一类', 'Kind'],
  aliases: ['也叫', 'Aliases', ...list],
  people: ['谁在那里', 'People'],
  hours: ['上班时间', 'Working hours', '例如 08:00-12:00、13:30-17:30', 'such as 08:00-12:00, 13:30-17:30'],
  shopHours: ['几点开门', 'Opening hours'],
  seasons: [
    '夏令冬令作息',
    'Seasons',
    '一行一季，例如 05-01~09-30 08:00-11:30 14:30-18:00',
    'a line each, such as 05-01~09-30 08:00-11:30 14:30-18:00',
  ],
  daysOff: [
    '另外放假的日子',
    'Further days off',
    '例如 2027-02-08，几个就用顿号隔开',
    'such as 2027-02-08, with commas',
  ],
  workingDays: ['另外上班的日子', 'Further working days', ...list],
  address: ['地址', 'Address'],
  points: ['多少分', 'Points'],
  stock: ['开张时有几份', 'Pieces to begin with', '不填就是不限', 'empty: any number'],
  perMonth: ['每人每月几份', 'A person each month', '不填就是不限', 'empty: any number'],
  validDays: ['领取码几天有效', 'Days for which a code holds'],
  shops: ['在哪里领', 'Where to fetch it'],
  for: ['只给谁', 'Only for', '都不选就是谁都行', 'none: for everybody'],
};

const at = (key: string, zh: number, language: Language): string =>
  words[key]?.[zh + (language === 'zh' ? 0 : 1)] ?? '';

export const labelOf = (key: string, language: Language): string => at(key, 0, language) || key;
export const hintOf = (key: string, language: Language): string => at(key, 2, language);

export const deadlineClassWords: Readonly<Record<Language, Readonly<Record<DeadlineClass, string>>>> = {
  zh: { critical: '紧急，马上', '2h': '2小时', '24h': '24小时', '7d': '7天', '15d': '15天' },
  en: { critical: 'critical, at once', '2h': '2 hours', '24h': '24 hours', '7d': '7 days', '15d': '15 days' },
};

/** What may be chosen, where nothing else names it. */
export const choiceWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    ...{ residents: '居民群', riders: '骑手群', volunteers: '志愿者群', staff: '工作群' },
    ...{ property: '物业', department: '市里的部门', 'owners-committee': '业委会', branch: '网格党支部' },
    ...{ group: '可以说', never: '不出现' },
    ...{ grid: '那一片的网格', community: '社区', directors: '只给主任' },
    ...{ zh: '中文', en: '英文' },
    ...{ 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' },
  },
  en: {
    ...{ residents: 'residents', riders: 'riders', volunteers: 'volunteers', staff: 'staff' },
    ...{ property: 'property firm', department: 'department', 'owners-committee': 'owners’ committee' },
    ...{ branch: 'Party branch', group: 'may be spoken of', never: 'never shown' },
    ...{ grid: 'the grid of the place', community: 'the community', directors: 'directors alone' },
    ...{ zh: 'Chinese', en: 'English' },
    ...{ 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
  },
};
