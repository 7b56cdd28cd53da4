import type { Say } from '../decision';

/**
 * Words that several of which fit into one message: nobody waits for them, nothing is asked by them, and they answer
 * nobody.
 */
export const joinsOthers = (say: Say): boolean =>
  say.card === undefined &&
  say.urgency === 'ordinary' &&
  say.question !== true &&
  (say.choices ?? []).length === 0 &&
  (say.photos ?? []).length === 0 &&
  [say.replyTo, say.together, say.recallable, say.retires, say.recalls].every((given) => given === undefined);
