import type { PersonId } from '../ids';
import type { Band } from '../pairing/companion';
import type { CompanionRefusal } from '../pairing/companion-refusal';
import type { Nearness } from '../pairing/rank-companions';

/** A pair, or who might become one, as every message names it. */
interface Named {
  readonly number: number;
  readonly helper: PersonId;
  readonly served: PersonId;
}

/** Why nobody was proposed, asked or noted. */
type NotAsked =
  | { readonly kind: 'role' }
  | { readonly kind: 'who' }
  /** The age was not said, or is not between 60 and 79. */
  | { readonly kind: 'age'; readonly said: boolean }
  | { readonly kind: 'no-offer' }
  /** Nobody is free; or nobody can answer for the old one. */
  | { readonly kind: 'nobody' | 'no-answerer' }
  /** This one did not offer, or cannot be written to. */
  | { readonly kind: 'not-offered'; readonly helper: PersonId };

/** Younger old neighbours look in on old ones who live alone. */
export interface PairingParams {
  'pairing.offered': { number: number; again: boolean };
  'pairing.resting': { number: number };
  /** The nearest who offered, each with why. */
  'pairing.proposals': {
    served: PersonId;
    helpers: readonly { readonly helper: PersonId; readonly band: Band; readonly near: Nearness }[];
  };
  'pairing.asked': Named & { to: readonly PersonId[]; own: boolean };
  'pairing.ask-helper': Named & { by: PersonId; again: boolean };
  'pairing.ask-served': Named & { by: PersonId; again: boolean; band: Band; own: boolean };
  /** To whoever answered, while it is not known of the other, or when it came to nothing. */
  'pairing.answered': { number: number; agreed: boolean };
  'pairing.paired': Named & { yours: boolean };
  /** To who asked; `side` null: somebody did not answer in time. */
  'pairing.nothing': Named & { side: 'helper' | 'served' | null };
  /** To who had agreed. */
  'pairing.off': Named;
  'pairing.ended': Named & { by: PersonId };
  'pairing.state': Named & { phase: 'asked' | 'stands'; visits: number; minutes: number };
  'pairing.free': { number: number; willing: boolean };
  'pairing.refused': { number: number; why: CompanionRefusal };
  'pairing.not-asked': { why: NotAsked };
}
