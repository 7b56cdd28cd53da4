import type { AreaId, PersonId } from '../../ids';
import type { Ticket } from '../ticket';
import type { Part } from './part';

type Joined = Pick<Ticket, 'parts'>;

/** Asked of somebody, or in somebody's hands: a clock runs. */
export const isRunning = ({ state }: Part): boolean => state === 'asked' || state === 'claimed';

/** Neither done nor taken away. */
export const isUnsettled = (part: Part): boolean => isRunning(part) || part.state === 'declined';

/** The whole is not done while there are any. */
export const openParts = ({ parts }: Joined): readonly Part[] => parts.filter(isUnsettled);

/** Whom a part rests with: who took it, else those who were asked. */
export const holdersOfPart = ({ doer, to }: Part): readonly PersonId[] => (doer === null ? to : [doer]);

/** Those who have to do with it as helpers, as long as their part was not taken away. */
export const isHelper = ({ parts }: Joined, person: PersonId): boolean =>
  parts.some((part) => part.state !== 'dropped' && (part.doer === person || part.to.includes(person)));

/** The part that this person last had to do with; null: none. */
export const ownPart = ({ parts }: Joined, person: PersonId): Part | null => {
  const own = parts.filter((part) => part.state !== 'dropped' && holdersOfPart(part).includes(person));
  return own.find(isRunning) ?? own.at(-1) ?? null;
};

/** The parts of a desk, or of a person. */
export const partsOf = (
  { parts }: Joined,
  { desk, person }: { readonly desk: AreaId | null; readonly person: PersonId | null },
): readonly Part[] =>
  parts.filter(
    (part) =>
      part.state !== 'dropped' &&
      (person === null ? desk !== null && part.desk === desk : holdersOfPart(part).includes(person)),
  );

/** Who leads the whole: its owner, else those who may take it. */
export const leadersOf = ({ claimedBy, handlers }: Pick<Ticket, 'claimedBy' | 'handlers'>): readonly PersonId[] =>
  claimedBy === null ? handlers : [claimedBy];

/** Work goes on, so that parts can be asked for and done. A danger has no parts: there everybody comes. */
export const takesParts = ({ phase, class: own, nature }: Pick<Ticket, 'phase' | 'class' | 'nature'>): boolean =>
  nature === 'report' &&
  own !== 'critical' &&
  (phase === 'reported' || phase === 'dispatched' || phase === 'claimed' || phase === 'waiting');
