import { labels } from '../../../domain/wording/labels';
import { roles } from '../../../domain/community/roles';
import type { Difference } from '../../../usecases/setup/list-differences';
import type { Language } from '../../../domain/wording/say-moment';
import type { SetupView } from './field';
import { choiceWords, labelOf } from './key-words';

const lists: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  categories: ['诉求类别', 'Categories'],
  policy: ['规矩', 'Policy'],
  classes: ['时限', 'Deadlines'],
  duty: ['值班表', 'Duty rota'],
  substitutes: ['请假和替班', 'Leave'],
  people: ['人和职责', 'People'],
  groups: ['群', 'Groups'],
  desks: ['物业和部门', 'Desks'],
  calendar: ['上班时间', 'Working time'],
  shops: ['领取点', 'Shops'],
  rewards: ['积分能换什么', 'Rewards'],
  areas: ['地方', 'Areas'],
};

const words = {
  zh: { added: '新加', removed: '删掉', none: '（空）', yes: '是', no: '否' },
  en: { added: 'new', removed: 'removed', none: '(empty)', yes: 'yes', no: 'no' },
} as const;

type Block = Readonly<Record<string, unknown>>;
const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ids of people, places and things by the names that people know them by. */
const namesOf = ({ setup, language }: SetupView): ReadonlyMap<string, string> =>
  new Map([
    ...setup.pack.community.categories.map((each) => [each.id, each[language]] as const),
    ...setup.file.rewards.map((each) => [each.id, each[language]] as const),
    ...setup.file.groups.map(({ id, title }) => [id, title] as const),
    ...[...setup.file.areas, ...setup.file.people, ...setup.file.shops, ...setup.file.desks].map(
      ({ id, name }) => [id, name] as const,
    ),
    ...roles.map((role) => [role, labels[language].roles[role]] as const),
  ]);

const keyOf = (key: string, index: number, language: Language, names: ReadonlyMap<string, string>): string => {
  const own = lists[key];
  if (own && index < 2) return own[language === 'zh' ? 0 : 1];
  if (key.startsWith('{')) return '';
  const label = labelOf(key, language);
  return label === key ? (names.get(key) ?? key) : label;
};

const valueOf = (value: unknown, language: Language, names: ReadonlyMap<string, string>): string => {
  const own = words[language];
  if (value === undefined || value === null || value === '') return own.none;
  if (typeof value === 'boolean') return value ? own.yes : own.no;
  if (Array.isArray(value)) return value.map((each) => valueOf(each, language, names)).join('、') || own.none;
  if (isBlock(value)) {
    if (typeof value['from'] === 'string' && Object.keys(value).length === 2)
      return `${value['from']}–${String(value['to'])}`;
    return Object.entries(value)
      .filter(([, each]) => each !== undefined && each !== null && !(Array.isArray(each) && each.length === 0))
      .map(
        ([key, each]) =>
          `${keyOf(key, 9, language, names)} ${key === 'id' ? String(each) : valueOf(each, language, names)}`,
      )
      .join('，');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return names.get(text) ?? (Number.isNaN(Number(text)) ? (choiceWords[language][text] ?? text) : text);
};

/** "值班表｜新加：谁 王芳，哪里 第二网格，周几 周一", "诉求类别｜漏水｜时限：24h → 2h". */
export const sayDifference = ({ at, from, to }: Difference, before: SetupView, after: SetupView): string => {
  const { language } = after;
  const [own, known] = [words[language], new Map([...namesOf(before), ...namesOf(after)])];
  const path = at.map((key, index) => keyOf(key, index, language, known)).filter((each) => each !== '');
  const isWhole = (isBlock(from) && to === undefined) || (isBlock(to) && from === undefined);
  const what = isWhole
    ? `${from === undefined ? own.added : own.removed}：${valueOf(from ?? to, language, known)}`
    : `${valueOf(from, language, known)} → ${valueOf(to, language, known)}`;
  return isWhole ? `${path.join('｜')}｜${what}` : `${path.join('｜')}：${what}`;
};
