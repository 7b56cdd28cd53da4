import type { Community, Person, Role } from '../community/community';
import { hasRole } from '../community/may';
import { decided, refused, type Decision, type Guard, type Result } from '../decision';
import type { AreaId, Moment, PersonId } from '../ids';
import type { Band, Companion, Pair } from './companion';
import { foldCompanion, type CompanionEvent } from './companion-event';
import type { CompanionRefusal } from './companion-refusal';
import { answerTo, askBoth, sayCameToNothing, sayEnded, sayPaired } from './companion-says';

/** Roles that may ask for a pair, each in their own area. */
export const pairingRoles: readonly Role[] = ['captain', 'grid-worker', 'grid-leader', 'staff', 'director'];

export type CompanionCommand =
  | { readonly kind: 'offer'; readonly by: Person; readonly band: Band; readonly area: AreaId | null }
  | { readonly kind: 'rest'; readonly by: Person }
  | {
      readonly kind: 'ask';
      readonly by: Person;
      readonly pair: string;
      readonly served: Person;
      /** Who answers for the old one; `own`: themself. */
      readonly to: readonly PersonId[];
      readonly own: boolean;
    }
  | { readonly kind: 'answer'; readonly by: Person; readonly yes: boolean }
  | { readonly kind: 'end'; readonly by: Person };

export interface CompanionContext {
  readonly now: Moment;
  readonly community: Community;
  /** The guard of the old one, and the offer that holds it still. */
  readonly guard: Guard | null;
  readonly takenBy: number | null;
}

type Decided = Result<Decision<CompanionEvent>, CompanionRefusal>;
type Command<K extends CompanionCommand['kind']> = Extract<CompanionCommand, { kind: K }>;

/** One question and one pair an old neighbour, whoever asks. */
export const servedGuardId = (served: PersonId): string => `pair:${served}`;

const after = (companion: Companion, events: readonly CompanionEvent[]): Companion =>
  foldCompanion(companion, events) ?? companion;

const offer = (companion: Companion, { by, band, area }: Command<'offer'>, context: CompanionContext): Decided => {
  if (companion.person !== by.id) return refused({ kind: 'not-yours' });
  const event: CompanionEvent = { kind: 'volunteered-again', at: context.now, by: by.id, band, area };
  const params = { number: companion.number, again: companion.willing };
  return decided({
    events: [event],
    says: [answerTo(by.id, 'offered', context, { wording: 'pairing.offered', params })],
  });
};

const ask = (companion: Companion, command: Command<'ask'>, context: CompanionContext): Decided => {
  const { by, pair: id, served, to, own } = command;
  const { now, guard, takenBy } = context;
  if (takenBy !== null) return refused({ kind: 'served-taken', number: takenBy });
  if (!companion.willing || companion.pair !== null || companion.person === served.id || !guard)
    return refused({ kind: 'not-free' });
  const asked: CompanionEvent = { kind: 'asked', at: now, by: by.id, pair: id, served: served.id, to, own };
  const next = after(companion, [asked]);
  const params = { number: companion.number, helper: companion.person, served: served.id, to, own };
  return decided({
    events: [asked],
    says: [
      ...(next.pair ? askBoth(next, next.pair, false, context) : []),
      answerTo(by.id, `asked.${id}`, context, { wording: 'pairing.asked', params }),
    ],
    guards: [{ id: guard.id, version: guard.version, value: { matter: companion.id, number: companion.number } }],
  });
};

const sideOf = ({ person }: Companion, { to }: Pair, by: PersonId): 'helper' | 'served' | null =>
  by === person ? 'helper' : to.includes(by) ? 'served' : null;

const agree = (companion: Companion, side: 'helper' | 'served', by: PersonId, context: CompanionContext): Decided => {
  const { now } = context;
  const agreed: CompanionEvent = { kind: 'agreed', at: now, by, side };
  const next = after(companion, [agreed]);
  if (!next.pair?.helperAgreed || next.pair.servedAgreed === null) {
    const params = { number: companion.number, agreed: true };
    return decided({
      events: [agreed],
      says: [answerTo(by, 'answered', context, { wording: 'pairing.answered', params })],
    });
  }
  const paired: CompanionEvent = { kind: 'paired', at: now };
  return decided({ events: [agreed, paired], says: sayPaired(next, next.pair, context) });
};

/** Only both together make a pair; one "no" ends it, and needs no reason. */
const answer = (companion: Companion, { by, yes }: Command<'answer'>, context: CompanionContext): Decided => {
  const { pair } = companion;
  if (!pair) return refused({ kind: 'over' });
  const side = sideOf(companion, pair, by.id);
  if (side === null) return refused({ kind: 'not-yours' });
  const done = side === 'helper' ? pair.helperAgreed : pair.servedAgreed !== null;
  if (pair.phase === 'stands' || done) return refused({ kind: 'over' });
  if (yes) return agree(companion, side, by.id, context);
  const why = 'declined';
  const params = { number: companion.number, agreed: false };
  return decided({
    events: [{ kind: 'unpaired', at: context.now, by: by.id, why }],
    says: [
      ...sayCameToNothing(companion, pair, { by: by.id, why }, context),
      answerTo(by.id, 'answered', context, { wording: 'pairing.answered', params }),
    ],
  });
};

const mayEnd = ({ person, area }: Companion, { to, by }: Pair, who: Person, community: Community): boolean =>
  [person, by, ...to].includes(who.id) || hasRole(who, ['staff', 'director'], { community, area });

const end = (companion: Companion, { by }: Command<'end'>, context: CompanionContext): Decided => {
  const { pair } = companion;
  if (!pair) return refused({ kind: 'over' });
  if (!mayEnd(companion, pair, by, context.community)) return refused({ kind: 'not-yours' });
  return decided({
    events: [{ kind: 'unpaired', at: context.now, by: by.id, why: 'ended' }],
    says: sayEnded(companion, pair, by.id, context),
  });
};

const rest = (companion: Companion, { by }: Command<'rest'>, context: CompanionContext): Decided => {
  const { pair } = companion;
  if (companion.person !== by.id) return refused({ kind: 'not-yours' });
  const params = { number: companion.number };
  return decided({
    events: [
      { kind: 'rested', at: context.now, by: by.id },
      ...(pair ? [{ kind: 'unpaired', at: context.now, by: by.id, why: 'rested' } as const] : []),
    ],
    says: [
      ...(pair ? sayEnded(companion, pair, by.id, context) : []),
      answerTo(by.id, 'resting', context, { wording: 'pairing.resting', params }),
    ],
  });
};

/** Somebody said something to an offer, or to the pair that comes of it. */
export const decideCompanion = (
  companion: Companion,
  command: CompanionCommand,
  context: CompanionContext,
): Decided => {
  switch (command.kind) {
    case 'offer':
      return offer(companion, command, context);
    case 'rest':
      return rest(companion, command, context);
    case 'ask':
      return ask(companion, command, context);
    case 'answer':
      return answer(companion, command, context);
    case 'end':
      return end(companion, command, context);
  }
};
