import type { Community } from '../community/community';
import type { ChoiceId } from '../decision';
import type { Language } from './say-moment';

type FixedChoice = Exclude<ChoiceId, `category-${string}` | `assign-${string}` | `family-${number}`>;

const fixed: Readonly<Record<Language, Readonly<Record<FixedChoice, string>>>> = {
  zh: {
    claim: '接单',
    decline: '退回',
    resolve: '办结',
    pass: '通过',
    'send-back': '驳回',
    'take-charge': '我负责',
    'more-hands': '加人',
    'false-alarm': '误报',
    'danger-yes': '有危险',
    'danger-no': '没有危险',
    'me-too': '我也是',
    'solved-satisfied': '解决了，满意',
    'solved-unsatisfied': '解决了，但不满意',
    'not-solved': '没解决',
    'not-seen-yet': '还没去看',
    'still-fine': '还好',
    'all-solved': '都解决了，满意',
    'one-by-one': '一件一件说',
    'back-again': '又不好了',
    'another-photo': '再发一张',
    'no-photo': '说原因',
    'papers-complete': '齐了',
    agree: '同意',
    disagree: '不同意',
    'sign-up': '报名',
    'all-came': '都到了',
    coming: '来',
    'not-coming': '不来',
    yes: '是',
    no: '不是',
  },
  en: {
    claim: 'Take it',
    decline: 'Send back',
    resolve: 'Done',
    pass: 'Pass',
    'send-back': 'Send back to work',
    'take-charge': 'I am in charge',
    'more-hands': 'More hands',
    'false-alarm': 'False alarm',
    'danger-yes': 'Danger',
    'danger-no': 'No danger',
    'me-too': 'Me too',
    'solved-satisfied': 'Solved, satisfied',
    'solved-unsatisfied': 'Solved, but not satisfied',
    'not-solved': 'Not solved',
    'not-seen-yet': 'Not seen yet',
    'still-fine': 'Still fine',
    'all-solved': 'All solved, satisfied',
    'one-by-one': 'One by one',
    'back-again': 'Back again',
    'another-photo': 'Another photo',
    'no-photo': 'Say why',
    'papers-complete': 'All there',
    agree: 'I agree',
    disagree: 'I do not',
    'sign-up': 'Sign me up',
    'all-came': 'All came',
    coming: 'I come',
    'not-coming': 'I do not come',
    yes: 'Yes',
    no: 'No',
  },
};

const isFixed = (choice: string): choice is FixedChoice => Object.hasOwn(fixed.zh, choice);

/** What stands on a button. `category-…` wears the category's name; who has no office here, the desk's. */
export const choiceLabel = (
  choice: ChoiceId,
  { categories, officers, desks }: Pick<Community, 'categories' | 'officers' | 'desks'>,
  language: Language,
): string => {
  if (isFixed(choice)) return fixed[language][choice];
  if (choice.startsWith('assign-')) {
    const person = choice.slice('assign-'.length);
    const desk = desks.find(({ people }) => people.includes(person));
    return officers.find((officer) => officer.id === person)?.name ?? desk?.name ?? person;
  }
  if (choice.startsWith('family-')) {
    const number = choice.slice('family-'.length);
    return language === 'zh' ? `是第${number}位` : `It is number ${number}`;
  }
  const id = choice.slice('category-'.length);
  return categories.find((category) => category.id === id)?.[language] ?? id;
};
