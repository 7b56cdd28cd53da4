import { publicCategories } from '../../domain/open-data/public-ticket';
import type { Category } from '../../domain/community/category';
import type { Community } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';

/** Dangers are taken as well, and alarmed: whoever has been told is never sent away. The number to ring comes first. */
const isOffered = (category: Category): boolean => category.class === 'critical' && category.card !== 'never';

/** What may be posted: what is public, and dangers that may be named. */
export const offeredCategories = (community: Community): readonly Category[] => {
  const open = publicCategories(community);
  return community.categories.filter((category) => open.includes(category) || isOffered(category));
};

const describe = ({ about, emergencyNumber }: Category, language: Language): string => {
  if (emergencyNumber === undefined) return about;
  return language === 'zh' ? `请先打 ${emergencyNumber}。${about}` : `Ring ${emergencyNumber} first. ${about}`;
};

export const sayService = (category: Category, language: Language): object => ({
  service_code: category.id,
  service_name: category[language],
  description: describe(category, language),
  metadata: true,
  type: 'realtime',
  keywords: category.words.join(','),
  group: category.class,
});

const question: Readonly<Record<Language, string>> = { zh: '在哪个楼、哪个地方', en: 'Which building or place' };

/** The one question that every service has: the place, as a name that is known here. */
export const sayDefinition = (category: Category, community: Community, language: Language): object => ({
  service_code: category.id,
  attributes: [
    {
      variable: true,
      code: 'area',
      datatype: 'singlevaluelist',
      required: false,
      datatype_description: language === 'zh' ? '选一个' : 'Choose one',
      order: 1,
      description: question[language],
      values: community.areas
        .filter(({ kind }) => kind === 'building' || kind === 'place')
        .map(({ id, name }) => ({ key: id, name })),
    },
  ],
});
