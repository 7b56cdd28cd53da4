import type { Community } from '../../community/community';
import type { ChoiceId } from '../../decision';
import { choiceLabel } from '../../wording/choice-labels';
import { foldText } from '../fold-text';

/** How people say what stands on a button. "解决了" alone says nothing of satisfaction, and is not guessed at. */
const sayings: Readonly<Partial<Record<ChoiceId, readonly string[]>>> = {
  'solved-satisfied': ['满意', '很满意', '非常满意', '解决了满意', '解决了很满意'],
  'solved-unsatisfied': ['不满意', '解决了不满意'],
  'not-solved': ['没解决', '没有解决', '未解决', '还没解决'],
  'not-seen-yet': ['还没看', '还没去看', '没去看', '没看'],
  'all-solved': ['都解决了', '都好了', '都满意', '全好了', '全部满意'],
  'one-by-one': ['没解决', '没有解决', '有没解决的', '不满意', '没都解决', '还没看'],
  'still-fine': ['好的', '挺好', '没事了', '还好着'],
  'back-again': ['又坏了', '又有了', '又来了', '不好了'],
  coming: ['来', '我来', '能来'],
  'not-coming': ['不来', '不去', '来不了', '去不了', '不去了'],
  yes: ['是', '是的', '对', '要'],
  no: ['不是', '不', '否', '不要'],
};

const bare = (text: string): string => foldText(text).replace(/[\s,.。!~、但]/gu, '');

/** The choice that somebody wrote out instead of its number; null when the words are something else. */
export const readChoice = (
  text: string,
  choices: readonly ChoiceId[],
  community: Pick<Community, 'categories' | 'officers' | 'desks'>,
): ChoiceId | null => {
  const said = bare(text);
  if (said === '') return null;
  const names = (choice: ChoiceId): readonly string[] => [
    choiceLabel(choice, community, 'zh'),
    choiceLabel(choice, community, 'en'),
    ...(sayings[choice] ?? []),
  ];
  return choices.find((choice) => names(choice).some((name) => bare(name) === said)) ?? null;
};
