import { html } from 'ghtml';
import type { Community, Person } from '../../domain/community/community';
import { personNow, type ReaderPorts } from '../../usecases/pages/find-reader';
import type { Clock } from '../../usecases/ports';
import type { Links } from '../../usecases/ports-of-pages';
import { keeps } from '../../usecases/shops/keeper';
import type { Answer, Asked } from '../pages/page-route';
import { shopWords } from './shop-words';

export interface KeeperPorts extends Omit<ReaderPorts, 'sessions'> {
  readonly links: Pick<Links, 'look'>;
  readonly clock: Clock;
}

/** The token of the link that was opened here, signed: so that a scanned code finds whose shop this is. */
const cookieName = 'linli-shop';
const keptMinutes = 30 * 24 * 60;

export interface Keeper {
  readonly person: Person;
  readonly community: Community;
}

/** Whose link it is, if they still keep a shop. */
const keeperBy = async (ports: KeeperPorts, token: string): Promise<Keeper | null> => {
  const link = await ports.links.look(token, 'shop', ports.clock.now().toISOString());
  const [person, community] = await Promise.all([link && personNow(ports, link.person), ports.communities.current()]);
  return person && community.shops.some((shop) => keeps(person, shop)) ? { person, community } : null;
};

/** The keeper in whose browser this is; the link may have been replaced since, the shop given up. */
export const keeperOf = async (ports: KeeperPorts, asked: Asked): Promise<Keeper | null> => {
  const token = asked.cookie(cookieName);
  return token === null ? null : keeperBy(ports, token);
};

/** The link was opened: this browser is the shop's from now on. Null: it opens nothing (any more). */
export const enterShop = async (ports: KeeperPorts, token: string): Promise<Answer | null> =>
  (await keeperBy(ports, token))
    ? { kind: 'keep', name: cookieName, value: token, minutes: keptMinutes, then: { kind: 'go', to: '/shop' } }
    : null;

/** To whoever is no keeper: nothing of what was scanned. */
export const notKeeper = ({ language }: Asked): Answer => {
  const own = shopWords[language];
  const main = html`<section class="message">
    <h1>${own.closedTitle}</h1>
    <p>${own.closed}</p>
  </section>`;
  return { kind: 'page', title: own.closedTitle, status: 403, bare: true, main };
};
