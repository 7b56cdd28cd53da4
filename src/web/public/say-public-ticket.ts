import { html } from 'ghtml';
import { areaById } from '../../domain/community/area-tree';
import type { Community } from '../../domain/community/community';
import { deskName } from '../../domain/community/may';
import type { Moment } from '../../domain/ids';
import type { PublicTicket } from '../../domain/open-data/public-ticket';
import { labels } from '../../domain/wording/labels';
import { sayMoment, type Language } from '../../domain/wording/say-moment';
import type { Html } from '../pages/page-route';
import { publicWords } from './public-words';

export interface Telling {
  readonly community: Community;
  readonly language: Language;
  readonly now: Moment;
}

/** "停车 · 6号楼": what and roughly where. */
export const nameOfPublic = (ticket: PublicTicket, { community, language }: Telling): string => {
  const area = areaById(community, ticket.area);
  const category = community.categories.find(({ id }) => id === ticket.category);
  return [category?.[language] ?? labels[language].uncategorised, ...(area ? [area.name] : [])].join(' · ');
};

/** How far it is, who sees to it, until when, with the photos that staff let everybody see. */
export const standOfPublic = (
  ticket: PublicTicket,
  photos: readonly { readonly path: string }[],
  { community, language, now }: Telling,
): Html => {
  const own = publicWords[language];
  const { timeZone } = community.calendar;
  const due = ticket.dueAt === null ? '' : ` ${own.due} ${sayMoment(ticket.dueAt, now, timeZone, language)}`;
  return html`<p>${labels[language].states[ticket.state]}｜${deskName(community, ticket.desk)}${due}</p>
    !${photos.map(({ path }) => html`<img class="photo" src="${path}" alt="${own.photo} #${ticket.number}" loading="lazy" />`)}`;
};

/** One matter as a stranger may know it, in a list; its photos are a page further, so that the list stays light. */
export const sayPublicTicket = (ticket: PublicTicket, photos: number, telling: Telling): Html =>
  html`<li class="card">
    <h3>
      <a href="/p/${telling.community.id}/matters/${ticket.number}"
        ><span class="number">#${ticket.number}</span> ${nameOfPublic(ticket, telling)}</a
      >
    </h3>
    !${standOfPublic(ticket, [], telling)}!${
      photos === 0 ? '' : html`<p class="soft">${publicWords[telling.language].photos(photos)}</p>`
    }
  </li>`;
