import type { ChoiceId } from '../../../domain/decision';
import { digestChoices } from '../../../domain/ticket/calling-back/ask-call-back';
import type { OutboxRow } from '../../ports';

/** What may be answered to a message of ours; one of several that were asked as one question is answered with them. */
export const choicesOf = (row: OutboxRow | null): readonly ChoiceId[] =>
  row !== null && row.within !== null ? digestChoices : (row?.say.choices ?? []);
