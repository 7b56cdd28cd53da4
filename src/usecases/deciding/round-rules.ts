import { decision } from '../../domain/decision';
import { foldRound, isOpenRound, Round, RoundEvent } from '../../domain/rounds/round';
import { roundDue } from '../../domain/rounds/round-clock';
import type { MatterRules } from './matter-rule';

/** What time does to it depends on households and marks: `tickRoundDue` looks there, batch by batch. */
export const roundRules: MatterRules<Round, RoundEvent> = {
  parse: (stored) => Round.parse(stored),
  parseEvent: (stored) => RoundEvent.parse(stored),
  fold: foldRound,
  tick: () => decision<RoundEvent>(),
  nextDue: roundDue,
  index: (round) => ({ open: isOpenRound(round), people: [], owner: null, category: null, area: null }),
};
