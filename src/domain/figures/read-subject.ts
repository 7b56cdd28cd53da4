import { areaById } from '../community/area-tree';
import type { Community } from '../community/community';
import { foldText } from '../understanding/fold-text';
import type { Subject } from './figures';
import type { MonthAsked } from './month-spans';

export interface FiguresAsked {
  readonly asked: MonthAsked;
  readonly subject: Subject;
}

type Meaning =
  { readonly of: 'month'; readonly value: MonthAsked } | { readonly of: 'area' | 'category'; readonly value: string };

const months: readonly (readonly [string, MonthAsked])[] = [
  ...['本月', '这月', '这个月', 'this month'].map((word) => [word, 'this'] as const),
  ...['上月', '上个月', 'last month'].map((word) => [word, 'last'] as const),
];

const namesOf = ({ areas, categories }: Community): readonly (readonly [string, Meaning])[] => [
  ...months.map(([word, value]) => [word, { of: 'month', value }] as const),
  ...areas.flatMap(({ id, name, aliases }) =>
    [id, name, ...aliases].map((word) => [word, { of: 'area', value: id }] as const),
  ),
  ...categories.flatMap(({ id, zh, en }) => [id, zh, en].map((word) => [word, { of: 'category', value: id }] as const)),
];

/** Names in the words, the longest first, each taken out of them; null: something is left that is no name. */
const meaningsIn = (words: string, community: Community): readonly Meaning[] | null => {
  const names = namesOf(community)
    .map(([word, meaning]) => [foldText(word), meaning] as const)
    .sort(([one], [other]) => other.length - one.length);
  let left = foldText(words);
  const found: Meaning[] = [];
  for (const [name, meaning] of names)
    if (name !== '' && left.includes(name)) {
      left = left.replace(name, ' ');
      found.push(meaning);
    }
  return /^[\s,，、的]*$/u.test(left) ? found : null;
};

/** "本月", "第一网格 上月", "停车": what figures are asked of; null: it names nothing here, or two areas. */
export const readSubject = (words: string, community: Community): FiguresAsked | null => {
  const found = meaningsIn(words, community);
  if (!found || found.length === 0) return null;
  const all = (of: Meaning['of']): readonly Meaning[] => found.filter((each) => each.of === of);
  const [[month, second], [area, other], [category, third]] = [all('month'), all('area'), all('category')];
  if (second || other || third) return null;
  const place = areaById(community, area?.value ?? null);
  const isEverything = place === null || place.kind === 'community' || place.kind === 'street';
  return {
    asked: month?.of === 'month' ? month.value : 'this',
    subject: { area: isEverything ? null : place.id, category: category?.value ?? null },
  };
};
