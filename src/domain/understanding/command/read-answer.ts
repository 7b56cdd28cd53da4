import type { Community } from '../../community/community';
import type { ChoiceId } from '../../decision';
import { choiceIndex } from './choice-index';
import { foldText } from '../fold-text';
import { notOurs } from '../plain-text';
import { readChoice } from './read-choice';

/** The answer ends, and what is added begins: "2，等了太久", "没解决 还在漏". */
const parted = /^([^\s,，。.;；:：!！]{1,12})[\s,，。.;；:：!！]+(\S.*)$/su;

/** "1 单元…" counts a thing and answers nothing. */
const counts = new RegExp(`^1${notOurs}`, 'u');

/** An answer with some words behind it; null when the message is not one of these choices and more. */
export const readAnswer = (
  text: string,
  choices: readonly ChoiceId[],
  community: Pick<Community, 'categories' | 'officers' | 'desks'>,
): { readonly choice: ChoiceId; readonly words: string } | null => {
  const found = parted.exec(text.trim());
  const [, head, words] = found ?? [];
  if (head === undefined || words === undefined) return null;
  const index = choiceIndex(foldText(head));
  if (index !== null && !counts.test(`1${words}`)) return null;
  const choice = index === null ? readChoice(head, choices, community) : choices[index - 1];
  return choice ? { choice, words } : null;
};
