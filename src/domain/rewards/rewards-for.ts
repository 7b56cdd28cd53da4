import { isWithin } from '../community/area-tree';
import type { Community, Person } from '../community/community';
import { hasRole } from '../community/may';
import type { Reward, Shop } from './reward';

type Offers = Pick<Community, 'rewards' | 'shops' | 'areas'>;

export const shopsOf = ({ shops }: { readonly shops: readonly string[] }, offers: Pick<Offers, 'shops'>) =>
  offers.shops.filter(({ id }) => shops.includes(id));

const serves = ({ area }: Shop, person: Person, offers: Offers): boolean =>
  area === undefined || person.building === null || isWithin(offers, person.building, area);

/** What this person may have: for their role, from shops that serve where they live. */
export const rewardsFor = (person: Person, offers: Offers): readonly Reward[] =>
  offers.rewards.filter(
    (reward) =>
      (reward.for.length === 0 || hasRole(person, reward.for)) &&
      shopsOf(reward, offers).some((shop) => serves(shop, person, offers)),
  );

/** The shop of this order in which the person works; null: none of them. */
export const shopWhere = (
  person: Person,
  order: { readonly shops: readonly string[] },
  offers: Pick<Offers, 'shops'>,
): Shop | null => shopsOf(order, offers).find(({ people }) => people.includes(person.id)) ?? null;
