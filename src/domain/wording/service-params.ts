import type { Moment, PersonId, WordsId } from '../ids';
import type { NoService, NoTime, ServiceRefusal, TimeMove } from '../timebank/refusal';
import type { Service } from '../timebank/service';

/** Hours served, as every message names them. */
interface Named {
  readonly number: number;
  readonly helper: PersonId;
  readonly served: PersonId;
  readonly minutes: number;
  readonly day: Moment;
}

/** The time bank: hours served and confirmed, kept, given, donated. */
export interface ServiceParams {
  /** `own`: to the person who was served. */
  'service.ask': Named & { words: readonly WordsId[]; own: boolean };
  'service.noted': Named & { to: readonly PersonId[] };
  /** `wanted`: what the hours are worth; the day's cap may have left fewer points. */
  'service.confirmed': Named & { by: PersonId; how: 'word' | 'card'; points: number; wanted: number };
  'service.declined': Named;
  'service.lapsed': Named;
  /** To whoever just answered. */
  'service.answered': Named & { answer: 'confirmed' | 'declined' | 'withdrawn' };
  'service.refused': { number: number; why: ServiceRefusal };
  'service.not-logged': { why: NoService | { readonly kind: 'not-read' | 'card' } };
  'service.state': Named & { phase: Service['phase']; asked: readonly PersonId[]; points: number };
  'service.no-such-person': { name: string; found: number };
  /** One-time codes for the card of somebody without a phone. */
  'service.card': { person: PersonId; codes: readonly string[] };
  'service.not-yours': { what: 'card' | 'grant' };
  'service.moved': {
    move: TimeMove['kind'];
    minutes: number;
    points: number;
    to: PersonId | null;
    balance: number;
    saved: number;
  };
  'service.received': { by: PersonId | null; minutes: number; points: number };
  'service.not-moved': { move: TimeMove['kind']; why: NoTime };
}
