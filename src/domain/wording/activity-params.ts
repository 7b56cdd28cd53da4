import type { ChatPurpose } from '../community/roles';
import type { Moment, PersonId, WordsId } from '../ids';
import type { AskedRequirement } from '../volunteering/activity-event';
import type { Activity, CalledPlan, Slot } from '../volunteering/activity';

/** An activity as every message names it. */
interface Named {
  readonly number: number;
  readonly title: WordsId | null;
}

/** A call as it stands in `我的`. */
export interface OwnActivity extends Named {
  readonly from: Moment | null;
  readonly part: 'in' | 'waiting' | 'offered' | 'leads';
}

/** Somebody on the list: a person by id, a guest by the words that name them. */
interface Name {
  readonly person: PersonId | null;
  readonly guest: WordsId | null;
}

/** Calls for volunteers, from the draft to the thanks: texts 11 and 12. */
export interface ActivityParams {
  'activity.ask': Named & { slot: Slot };
  'activity.draft': Named & { plan: CalledPlan; groups: readonly ChatPurpose[] };
  'activity.dropped': Named & { late: boolean };
  'activity.not-opened': { why: 'role' | 'words' };
  /** To whoever called; `code` is shown on the spot. */
  'activity.called': Named & { code: string; groups: readonly ChatPurpose[] };
  /** The card in the groups. */
  'activity.call': Named & {
    plan: CalledPlan;
    phase: Activity['phase'];
    count: number;
    full: boolean;
    began: boolean;
  };
  'activity.signed': Named & { plan: CalledPlan; people: number; count: number; needed: number };
  'activity.waiting': Named & { people: number; ahead: number };
  'activity.offer': Named & { name: PersonId; place: CalledPlan['place']; from: Moment; expires: Moment };
  'activity.passed': Named & { why: 'declined' | 'late' };
  'activity.left': Named & { people: number };
  /** To the groups: those who signed up since the last time; `others` did so in private. */
  'activity.joined': Named & { names: readonly Name[]; others: number; count: number; needed: number };
  'activity.list': Named & {
    why: 'full' | 'closing' | 'asked';
    names: readonly (Name & { readonly people: number })[];
    others: number;
    count: number;
    needed: number;
    waiting: number;
  };
  /** Their own line is gone from their own copy of the list. */
  'activity.ask-leave': Named;
  /** Somebody else wrote them down. */
  'activity.named': Named & { by: PersonId; place: CalledPlan['place']; from: Moment };
  /** To who wrote others down: those who are asked, those who come already. */
  'activity.names-asked': Named & { asked: readonly PersonId[]; already: readonly PersonId[] };
  /** Whether they meet what is required; what they said is kept for the answer. */
  'activity.meets': Named & { asked: readonly AskedRequirement[]; people: number | null; role: string | null };
  'activity.declined': Named;
  /** To who was taken off the list by whoever leads. */
  'activity.taken-off': Named & { from: Moment; by: PersonId };
  'activity.taken-off-done': Named & { people: number };
  'activity.cancelled': Named & { from: Moment; words: readonly WordsId[] };
  'activity.cancelled-done': Named & { people: number };
  /** Where it stands; `code`: to who leads. */
  'activity.state': Named & {
    plan: CalledPlan | null;
    phase: Activity['phase'];
    count: number;
    needed: number;
    yours: 'in' | 'waiting' | 'offered' | null;
    code: string | null;
    /** The session whose paper list stands below as a photo; to who leads and staff. */
    proof: Moment | null;
  };
}

/** On the day, and after it. */
export interface ActivityPresenceParams {
  /** `code`: to who leads. */
  'activity.reminder': Named & { plan: CalledPlan; code: string | null };
  'activity.changed': Named & { plan: CalledPlan };
  'activity.changed-done': Named & { plan: CalledPlan; people: number };
  /** Checked in. */
  'activity.here': Named & { to: Moment };
  'activity.leader-left': Named;
  'activity.need-code': Readonly<Record<string, never>>;
  'activity.who-came': Named & { names: readonly PersonId[]; known: number; again: boolean };
  /** `left`: those of whom it is not known yet; `vouched`: somebody else is asked for the leader's own. */
  'activity.noted': Named & { came: number; absent: number; left: readonly PersonId[]; vouched: boolean };
  /** `asks`: it is not known yet of everybody whether they came. */
  'activity.proved': Named & { asks: boolean };
  'activity.vouch': Named & { name: PersonId; from: Moment };
  'activity.vouched': Named & { yes: boolean };
  /** `capped`: the day's most was reached. */
  'activity.thanks': Named & { name: PersonId; minutes: number; points: number; capped: boolean };
  'activity.unconfirmed': Named;
}

/** What cannot be done, each with what to do instead. */
export interface ActivityRefusedParams {
  /** To who named none: calls that are open. */
  'activity.which': { verb: string; calls: readonly (Named & { from: Moment })[] };
  'activity.clash': Named & { other: { number: number; title: WordsId; from: Moment; to: Moment } };
  'activity.not-now': Named & { phase: Activity['phase'] };
  'activity.begun': Named;
  'activity.not-yours': Named & { leader: PersonId };
  'activity.already-in': Named & { people: number };
  'activity.already-waiting': Named & { ahead: number };
  'activity.no-room': Named & { free: number; people: number };
  'activity.too-many': Named;
  'activity.not-in': Named;
  'activity.not-offered': Named;
  'activity.not-named': Named;
  'activity.wrong-code': Readonly<Record<string, never>>;
  'activity.too-far': Named & { metres: number };
  'activity.too-early': Named & { from: Moment };
  'activity.already-here': Named;
  'activity.not-here': Readonly<Record<string, never>>;
  'activity.booked': Named;
  /** `unread`: what is to be otherwise was not understood. */
  'activity.bad-plan': Named & { why: 'time' | 'unread' };
  'activity.bad-count': Named;
  'activity.others-line': Named & { leader: PersonId };
}
