import { Companion } from '../../domain/pairing/companion';
import { CompanionEvent, foldCompanion } from '../../domain/pairing/companion-event';
import { companionDue, tickCompanion } from '../../domain/pairing/tick-companion';
import type { MatterRules } from './matter-rule';

export const companionRules: MatterRules<Companion, CompanionEvent> = {
  parse: (stored) => Companion.parse(stored),
  parseEvent: (stored) => CompanionEvent.parse(stored),
  fold: foldCompanion,
  tick: (companion, now, community) => tickCompanion(companion, { now, community }),
  nextDue: companionDue,
  index: ({ person, willing, pair, area }) => ({
    open: willing || pair !== null,
    people: [...new Set([person, ...(pair ? [pair.by, ...pair.to] : [])])],
    ...{ owner: null, category: null, area },
  }),
};
