import { codeHolds, readCode } from '../../domain/rewards/code';
import { codeGuardId } from '../../domain/rewards/place-order';
import type { NotDone } from '../inbound';
import type { Matters } from '../ports';

/** `order`: the id of what the code stands for. */
export type FoundCode =
  { readonly kind: 'order'; readonly order: string } | { readonly kind: 'mistyped' } | { readonly kind: 'unknown' };

/** What a code stands for, as it was typed or scanned. */
export const findCode = async (
  { matters }: { readonly matters: Pick<Matters, 'guards'> },
  typed: string,
): Promise<FoundCode> => {
  const code = readCode(typed);
  if (code === null || !codeHolds(code)) return { kind: 'mistyped' };
  const [guard] = await matters.guards([codeGuardId(code)]);
  const order = guard?.value?.matter;
  return order === undefined ? { kind: 'unknown' } : { kind: 'order', order };
};

/** Why nothing is handed out for what was typed. */
export const cameOfCode = (found: Exclude<FoundCode['kind'], 'order'>): NotDone =>
  found === 'mistyped' ? 'unfit' : 'not-there';
