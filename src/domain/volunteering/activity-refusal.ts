import type { Moment, WordsId } from '../ids';
import type { Spoken } from '../wording/params';
import type { Activity } from './activity';
import type { Busy } from './activity-command';

/** Why nothing was done. */
export type ActivityRefusal =
  /** Nobody can sign up any more, or not yet; or what was asked is over. */
  | { readonly kind: 'not-now' }
  | { readonly kind: 'begun' }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'already-in'; readonly people: number }
  | { readonly kind: 'already-waiting'; readonly ahead: number }
  | { readonly kind: 'no-room'; readonly free: number; readonly people: number }
  | { readonly kind: 'too-many' }
  /** No number of people that can come. */
  | { readonly kind: 'bad-count' }
  /** Who wants to take off somebody whom another wrote down. */
  | { readonly kind: 'others-line' }
  | { readonly kind: 'not-in' }
  | { readonly kind: 'not-offered' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'too-far'; readonly metres: number }
  | { readonly kind: 'too-early'; readonly from: Moment }
  | { readonly kind: 'already-here' }
  | { readonly kind: 'not-here' }
  | { readonly kind: 'booked' }
  | { readonly kind: 'not-named' }
  | { readonly kind: 'bad-plan'; readonly why: 'time' | 'unread' }
  | { readonly kind: 'clash'; readonly other: Busy };

/** An activity as every message names it. */
export const named = ({
  number,
  plan,
}: Pick<Activity, 'number' | 'plan'>): { readonly number: number; readonly title: WordsId | null } => ({
  number,
  title: plan.title,
});

export const sayActivityRefusal = (activity: Activity, refusal: ActivityRefusal): Spoken => {
  switch (refusal.kind) {
    case 'clash':
      return { wording: 'activity.clash', params: { ...named(activity), other: refusal.other } };
    case 'not-now':
      return { wording: 'activity.not-now', params: { ...named(activity), phase: activity.phase } };
    case 'begun':
      return { wording: 'activity.begun', params: named(activity) };
    case 'not-yours':
      return { wording: 'activity.not-yours', params: { ...named(activity), leader: activity.leader } };
    case 'already-in':
      return { wording: 'activity.already-in', params: { ...named(activity), people: refusal.people } };
    case 'already-waiting':
      return { wording: 'activity.already-waiting', params: { ...named(activity), ahead: refusal.ahead } };
    case 'no-room':
      return {
        wording: 'activity.no-room',
        params: { ...named(activity), free: refusal.free, people: refusal.people },
      };
    case 'too-many':
      return { wording: 'activity.too-many', params: named(activity) };
    case 'bad-count':
      return { wording: 'activity.bad-count', params: named(activity) };
    case 'others-line':
      return { wording: 'activity.others-line', params: { ...named(activity), leader: activity.leader } };
    case 'not-in':
      return { wording: 'activity.not-in', params: named(activity) };
    case 'wrong-code':
      return { wording: 'activity.wrong-code', params: {} };
    case 'too-far':
      return { wording: 'activity.too-far', params: { ...named(activity), metres: refusal.metres } };
    case 'too-early':
      return { wording: 'activity.too-early', params: { ...named(activity), from: refusal.from } };
    case 'already-here':
      return { wording: 'activity.already-here', params: named(activity) };
    case 'not-here':
      return { wording: 'activity.not-here', params: {} };
    case 'booked':
      return { wording: 'activity.booked', params: named(activity) };
    case 'not-named':
      return { wording: 'activity.not-named', params: named(activity) };
    case 'bad-plan':
      return { wording: 'activity.bad-plan', params: { ...named(activity), why: refusal.why } };
    case 'not-offered':
      return { wording: 'activity.not-offered', params: named(activity) };
  }
};
