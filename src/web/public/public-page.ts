import { html } from 'ghtml';
import { localTime } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import { everything, rateOf, type FigureRow } from '../../domain/figures/figures';
import { monthSpans } from '../../domain/figures/month-spans';
import { isPublic, publicCategories, publicTicket } from '../../domain/open-data/public-ticket';
import { accountOwner } from '../../domain/points/account';
import type { Clock, Communities, Ledger, People } from '../../usecases/ports';
import type { Figures } from '../../usecases/ports-of-figures';
import type { OpenTickets } from '../../usecases/ports-of-open-data';
import type { PublicPhotos } from '../../usecases/ports-of-public-photos';
import type { Answer, Asked, Html } from '../pages/page-route';
import { drawMap } from '../map/draw-map';
import { accountWords } from './account-page';
import { publicWords, type PublicWords } from './public-words';
import { sayPublicTicket } from './say-public-ticket';

export interface PublicPorts {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly openTickets: OpenTickets;
  readonly publicPhotos: PublicPhotos;
  readonly figures: Figures;
  readonly ledger: Pick<Ledger, 'honours'>;
  readonly people: Pick<People, 'honourNames'>;
  readonly siteUrl: () => string;
}

const shown = 100;
const listed = 10;
const longAgo = '2000-01-01T00:00:00.000Z';

export const photoPath = (community: Community, id: string): string => `/p/${community.id}/photos/${id}`;

const percent = (share: FigureRow['onTime'] | undefined): string => {
  const rate = share ? rateOf(share) : null;
  return rate === null ? '—' : `${Math.round(rate * 100)}%`;
};

const figures = async (ports: PublicPorts, community: Community, own: PublicWords): Promise<Html> => {
  const at = ports.clock.now().toISOString();
  const { month } = monthSpans(at, community.calendar.timeZone, 'last');
  const [row] = await ports.figures.rates(month, 'all', at, community, everything);
  const rates = (['response', 'onTime', 'solved', 'satisfied'] as const).map(
    (name) => [own[name], percent(row?.[name])] as const,
  );
  return html`<section>
    <h2>${own.figures}</h2>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${own.figure}</th>
            <th scope="col">${own.value}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${own.tickets}</th>
            <td>${row?.tickets ?? 0}</td>
          </tr>
          !${rates.map(
            ([label, value]) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${value}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
};

const honours = async (ports: PublicPorts, community: Community, own: PublicWords): Promise<Html> => {
  const month = localTime(ports.clock.now().toISOString(), community.calendar.timeZone).date.slice(0, 7);
  const found = await ports.ledger.honours(month, 'person', listed);
  const owners = found.map(({ account }) => accountOwner(account));
  const names = await ports.people.honourNames(owners);
  return html`<section>
    <h2>${own.honours}</h2>
    !${
      found.length === 0
        ? html`<p>${own.honoursNone}</p>`
        : html`<ol>
            !${found.map(({ points }, place) => html`<li>${names.get(owners[place] ?? '') ?? own.neighbour}：${points} ${own.points}</li>`)}
          </ol>`
    }
  </section>`;
};

const matters = async (ports: PublicPorts, community: Community, { language }: Asked): Promise<Html> => {
  const own = publicWords[language];
  const now = ports.clock.now().toISOString();
  const categories = publicCategories(community).map(({ id }) => id);
  const span = { from: longAgo, to: now };
  const found = await ports.openTickets.find({ categories, ...span, open: true, skip: 0, limit: shown });
  const open = found.filter(({ ticket }) => isPublic(ticket, community));
  const photosOf = ({ ticket }: (typeof open)[number]) => [...ticket.photos, ...(ticket.resolution?.photos ?? [])];
  const may = await ports.publicPhotos.shownAmong(open.flatMap(photosOf));
  const counts = new Map<string, number>();
  const items = open.map((each) => {
    const ticket = publicTicket(each.ticket, community);
    if (ticket.area !== null) counts.set(ticket.area, (counts.get(ticket.area) ?? 0) + 1);
    const photos = photosOf(each).filter((id) => may.has(id));
    return sayPublicTicket(ticket, photos.length, { community, language, now });
  });
  const map = drawMap({ areas: community.areas, counts, title: own.map });
  return html`<section>
      <h2>${own.map}</h2>
      !${map ?? html`<p>${own.mapNone}</p>`}
    </section>
    <section>
      <h2>${own.open}</h2>
      !${
        items.length === 0
          ? html`<p>${own.none}</p>`
          : html`<ul class="matters">
              !${items}
            </ul>`
      }
      <p>${own.join}</p>
      <p class="soft">${own.privacy}</p>
    </section>`;
};

/** What everybody may know: open matters on a map and in a list, the month's figures, the honours. */
export const publicPage = async (ports: PublicPorts, community: Community, asked: Asked): Promise<Answer> => {
  const own = publicWords[asked.language];
  const parts = await Promise.all([
    matters(ports, community, asked),
    figures(ports, community, own),
    honours(ports, community, own),
  ]);
  return {
    kind: 'page',
    title: own.title,
    bare: true,
    files: ['public.css'],
    indexed: community.policy.publicPages.indexed,
    main: html`<h1>${own.title}</h1>
      !${parts}
      <p>
        <a href="/p/${community.id}/notice">${own.notice}</a>
        <a href="/p/${community.id}/account">${accountWords[asked.language].title}</a>
      </p>`,
  };
};
