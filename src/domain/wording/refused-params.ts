import type { AreaId, Moment, PersonId } from '../ids';
import type { Head } from './head';
import type { Nothing } from './nothing';
import type { SaidState } from './said-state';

/** What people type and cannot be done: each says what to do next. */
export interface RefusedParams {
  'refused.not-found': { number: number; open: readonly Head[] };
  'refused.which-number': { verb: string; open: readonly Head[] };
  'refused.role': Head & { verb: string };
  'refused.state': Head & { verb: string; state: SaidState };
  'refused.needs-words': Head & { verb: string };
  'refused.needs-reason': Head & { verb: string };
  'refused.desk-empty': Head & { desk: AreaId };
  'refused.already-assigned': Head & { by: PersonId; at: Moment };
  'refused.ruled': Head & { verb: string };
  'refused.needs-destination': Head;
  'refused.own-work': Head & { verb: string };
  /** No head: what they may not follow yet is not shown. */
  'refused.follows-enough': { number: number; most: number };
  'refused.not-asked': Head;
  'refused.no-doubt': Head & { danger: boolean; emergencyNumber: string };
  'refused.no-suggestion': Head & { verb: string };
  'refused.no-question': Nothing;
  'refused.too-late-to-withdraw': Head & { owner: PersonId | null };
  'refused.person-unknown': Head & { verb: string };
  /** A word of the work, of somebody who does not do it. */
  'refused.not-your-word': { word: string; whose: 'staff' | 'riders' };
}
