import type { AreaId, Moment, PersonId } from '../ids';
import type { Nothing } from './nothing';

/** What is said of who somebody is, and of their accounts. `claim`: what is answered. */
export interface SelfParams {
  'self.code': { code: string; until: Moment };
  /** To a new account that bears the name of somebody who is known. */
  'self.perhaps-known': { name: string };
  'self.asked': Nothing;
  'self.home-asked': { area: AreaId };
  'self.home-unknown': Nothing;
  /** To staff: `of` is whom the person says they are; null: nobody here is called so. */
  'self.confirm': { claim: string; person: PersonId; of: PersonId | null; said: string; building: AreaId | null };
  'self.confirm-home': { claim: string; person: PersonId; area: AreaId };
  'kin.asked': Nothing;
  /** To the old person, or to staff where no chat reaches them: `old` is the one who is to be spoken for. */
  'kin.confirm': { claim: string; person: PersonId; old: PersonId; toStaff: boolean };
  'kin.linked': { person: PersonId; old: PersonId; you: 'speaker' | 'old' };
  'kin.refused': { old: PersonId };
  'kin.ended': { other: PersonId };
  'kin.none': Nothing;
  /** To the old person: what was reported in their name. */
  'kin.spoke': { number: number; by: PersonId };
  /** To the one somebody else says they are. */
  'self.claimed': { claim: string; name: string; code: string; until: Moment };
  'self.joined': { name: PersonId; points: number; open: number };
  /** One of them wished to be forgotten: what the new account said so far; or, `all`, everything of both. */
  'self.joined-wish': { due: Moment; all: boolean };
  /** To whoever found it true, and to those who are asked about accounts. */
  'self.joined-staff': { of: PersonId; name: string };
  'self.home-granted': { name: PersonId; area: AreaId };
  'self.granted-staff': { person: PersonId; area: AreaId };
  'self.refused': Nothing;
  'self.refused-staff': { person: PersonId };
  /** Somebody else answered before; `granted`: with yes. */
  'self.settled': { person: PersonId; granted: boolean };
  'self.cannot': Nothing;
  'self.part-ask': { merge: string; of: PersonId; name: string; at: Moment };
  'self.part-nobody': { name: string };
  'self.parted': { of: PersonId; name: string };
  'self.parted-told': Nothing;
  'self.staff-only': Nothing;
  'self.language': Nothing;
}
