import { html } from 'ghtml';
import { z } from 'zod';
import { areaById } from '../../domain/community/area-tree';
import { saidState } from '../../domain/ticket/telling/ticket-card';
import { Ticket } from '../../domain/ticket/ticket';
import { labels } from '../../domain/wording/labels';
import { sayMoment } from '../../domain/wording/say-moment';
import type { Clock, Communities } from '../../usecases/ports';
import type { Links } from '../../usecases/ports-of-pages';
import { exportPerson, type ExportPorts } from '../../usecases/public/export-person';
import type { Answer, Asked, Html, PageRoute } from '../pages/page-route';
import { publicWords } from './public-words';

export interface OwnPorts extends ExportPorts {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly links: Pick<Links, 'look'>;
}

const Params = z.object({ token: z.string().max(100) });
const shown = 50;
const perMinute = 60;

const isOver = ({ language }: Asked): Answer => {
  const own = publicWords[language];
  const main = html`<section class="message">
    <h1>${own.over}</h1>
    <p>${own.overNext}</p>
  </section>`;
  return { kind: 'page', title: own.over, status: 404, bare: true, main };
};

/** Whose link it is; null: unknown or expired, and nobody learns which. */
const ownerOf = async ({ links, clock }: OwnPorts, { params }: Asked): Promise<string | null> => {
  const read = Params.safeParse(params);
  const link = read.success ? await links.look(read.data.token, 'own-ticket', clock.now().toISOString()) : null;
  return link?.person ?? null;
};

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
      if (person === null) return isOver(asked);
      const own = publicWords[asked.language];
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
      if (person === null) return isOver(asked);
      const bytes = JSON.stringify(await exportPerson(ports, person), null, 2);
      return { kind: 'file', type: 'application/json', bytes, saveAs: 'linli.json' };
    },
  },
];
