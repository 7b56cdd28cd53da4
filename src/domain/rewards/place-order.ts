import { localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import type { Community, Person } from '../community/community';
import { decided, refused, type Decision, type Guard, type Result } from '../decision';
import type { Moment, PersonId } from '../ids';
import { countsFor, type Order } from './order';
import { foldOrder, type OrderEvent } from './order-event';
import { holdOrder } from './order-postings';
import type { NoOrder } from './order-refusal';
import { saysOfPlaced } from './order-says';
import type { Reward } from './reward';

export interface Wanted {
  readonly reward: Reward;
  /** Whose points. */
  readonly person: Person;
}

/** What an order depends on, as it was read. */
export interface Means {
  readonly balance: number;
  /** Pieces that are left; null: not counted. */
  readonly left: number | null;
  /** The person's earlier orders, the newest ones. */
  readonly earlier: readonly Order[];
}

export interface PlaceContext extends Means {
  readonly now: Moment;
  readonly community: Community;
  /** Written by each of a person's orders, so that two at once do not both see the last one of the month. */
  readonly ordersGuard: Guard;
  /** What the code stands for. */
  readonly codeGuard: Guard;
  /** Who is told: of the person and the proxy those who can be written to. */
  readonly told: readonly PersonId[];
}

export interface Placing extends Wanted {
  readonly id: string;
  readonly number: number;
  readonly by: Person;
  readonly code: string;
  /** Of the words in which the address of its page is kept; without it, its code has no page. */
  readonly address?: string;
}

export const ordersGuardId = (person: PersonId): string => `orders:${person}`;
export const codeGuardId = (code: string): string => `code:${code}`;

const monthOf = (at: Moment, { calendar }: Pick<Community, 'calendar'>): string =>
  localTime(at, calendar.timeZone).date.slice(0, 7);

/** Why it cannot be had now; null: it can. */
export const whyNot = (
  { reward }: Wanted,
  { balance, left, earlier }: Means,
  { now, community }: Pick<PlaceContext, 'now' | 'community'>,
): NoOrder | null => {
  const { points, perMonth } = reward;
  const had = earlier.filter(
    (order) =>
      order.reward === reward.id && countsFor(order) && monthOf(order.at, community) === monthOf(now, community),
  ).length;
  if (perMonth !== null && had >= perMonth) return { kind: 'month-limit', perMonth };
  if (left !== null && left < 1) return { kind: 'none-left' };
  return balance < points ? { kind: 'too-few', points, balance } : null;
};

/** The last minute of the last day on which a code of this reward holds. */
export const heldUntil = ({ validDays }: Reward, now: Moment, { calendar }: Pick<Community, 'calendar'>): Moment =>
  momentOfLocal(plusDays(localTime(now, calendar.timeZone).date, validDays), '23:59', calendar.timeZone);

/** Points and the piece are held together, and the code stands for the order. */
export const placeOrder = (placing: Placing, context: PlaceContext): Result<Decision<OrderEvent>, NoOrder> => {
  const { reward, person, by, id, number, code, address = null } = placing;
  const { now, community, ordersGuard, codeGuard } = context;
  const why = whyNot(placing, context, context);
  if (why) return refused(why);
  const { zh, en, points, shops } = reward;
  const event: OrderEvent = {
    ...{ kind: 'ordered', at: now, id, number, person: person.id, by: by.id, reward: reward.id, zh, en, points },
    ...{ counted: reward.stock !== null, shops, code, until: heldUntil(reward, now, community) },
    address,
  };
  const order = foldOrder(null, [event]);
  return decided({
    events: [event],
    says: order ? saysOfPlaced(order, context) : [],
    postings: holdOrder({ ...event }, now),
    guards: [
      {
        id: ordersGuard.id,
        version: ordersGuard.version,
        value: { count: (ordersGuard.value?.count ?? 0) + 1, at: now },
      },
      { id: codeGuard.id, version: codeGuard.version, value: { matter: id, number } },
    ],
  });
};
