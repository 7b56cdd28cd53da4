import type { Community } from '../../domain/community/community';
import type { Decision, MatterEvent } from '../../domain/decision';
import type { Moment } from '../../domain/ids';
import type { MatterChange } from '../ports';

/** What the engine must know of a kind of matter; a new kind is added here and nowhere else. */
export interface MatterRules<State, Event extends MatterEvent> {
  /** Reads a stored state. Throws when the document is not one: that is a bug or a foreign hand. */
  parse(stored: unknown): State;
  /** Reads a stored event; throws like `parse`. */
  parseEvent(stored: unknown): Event;
  fold(state: State | null, events: readonly Event[]): State | null;
  tick(state: State, now: Moment, community: Community): Decision<Event>;
  nextDue(state: State, community: Community): Moment | null;
  index(state: State): MatterChange['index'];
}
