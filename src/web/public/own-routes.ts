import { html } from 'ghtml';
import { areaById } from '../../domain/community/area-tree';
import { saidState } from '../../domain/ticket/telling/ticket-card';
import { Ticket } from '../../domain/ticket/ticket';
import { labels } from '../../domain/wording/labels';
import { sayMoment } from '../../domain/wording/say-moment';
import type { Communities } from '../../usecases/ports';
import { exportPerson, type ExportPorts } from '../../usecases/public/export-person';
import { nothing, type Asked, type Html, type PageRoute } from '../pages/page-route';
import { linkIsOver, openLink, type PrivateLinkPorts } from '../pages/private-link';
import { publicWords } from './public-words';

export interface OwnPorts extends ExportPorts, PrivateLinkPorts {
  readonly communities: Communities;
}

const shown = 50;
const perMinute = 60;

/** Whose link it is. */
const ownerOf = async (ports: OwnPorts, asked: Asked): Promise<string | null> =>
  (await openLink(ports, asked, 'own-ticket'))?.person ?? null;

const ticketsOf = async (ports: OwnPorts, person: string, { language }: Asked): Promise<readonly Html[]> => {
  const own = publicWords[language];
  const community = await ports.communities.current();
  const found = await ports.matters.find({ kind: 'ticket', person, limit: shown });
  const now = ports.clock.now().toISOString();
  return found
    .map(({ state }) => Ticket.parse(state))
    .filter(({ reporters }) => reporters.some((reporter) => reporter.person === person))
    .map((ticket) => {
      const category = community.categories.find(({ id }) => id === ticket.category)?.[language];
      const area = areaById(community, ticket.place.area)?.name;
      return html`<li class="card">
        <h3>
          <span class="number">#${ticket.number}</span>
          ${category ?? labels[language].uncategorised}${area ? ` · ${area}` : ''}
        </h3>
        <p>
          ${labels[language].states[saidState(ticket)]}｜${own.reported}
          ${sayMoment(ticket.reportedAt, now, community.calendar.timeZone, language)}
        </p>
      </li>`;
    });
};

/** A person's own matters, and what is kept on them, by the link that only they were told; no account is needed. */
export const ownRoutes = (ports: OwnPorts): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/my/:token',
    who: 'anyone',
    perMinute,
    answer: async (asked) => {
      const person = await ownerOf(ports, asked);
      const own = publicWords[asked.language];
      if (person === null) return linkIsOver(own.over, own.overNext);
      const items = await ticketsOf(ports, person, asked);
      const main = html`<h1>${own.mine}</h1>
        !${
          items.length === 0
            ? html`<p>${own.mineNone}</p>`
            : html`<ul class="matters">
                !${items}
              </ul>`
        }
        <h2>${own.data}</h2>
        <p><a class="button" href="${asked.path}/data.json">${own.download}</a></p>
        <p>${own.forget}</p>`;
      return { kind: 'page', title: own.mine, bare: true, files: ['public.css'], main };
    },
  },
  {
    method: 'GET',
    path: '/my/:token/data.json',
    who: 'anyone',
    perMinute,
    answer: async (asked) => {
      const person = await ownerOf(ports, asked);
      if (person === null) return nothing;
      const bytes = JSON.stringify(await exportPerson(ports, person), null, 2);
      return { kind: 'file', type: 'application/json', bytes, saveAs: 'linli.json' };
    },
  },
];
