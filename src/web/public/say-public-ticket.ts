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

/** One matter as a stranger may know it, with the photos that staff let them see. */
export const sayPublicTicket = (
  ticket: PublicTicket,
  photos: readonly { readonly path: string }[],
  { community, language, now }: Telling,
): Html => {
  const own = publicWords[language];
  const category = community.categories.find(({ id }) => id === ticket.category);
  const area = areaById(community, ticket.area);
  const due =
    ticket.dueAt === null ? '' : ` ${own.due} ${sayMoment(ticket.dueAt, now, community.calendar.timeZone, language)}`;
  const name = category?.[language] ?? labels[language].uncategorised;
  return html`<li class="card">
    <h3><span class="number">#${ticket.number}</span> ${name}${area ? ` · ${area.name}` : ''}</h3>
    <p>${labels[language].states[ticket.state]}｜${deskName(community, ticket.desk)}${due}</p>
    !${photos.map(({ path }) => html`<img class="photo" src="${path}" alt="${own.photo} #${ticket.number}" loading="lazy" />`)}
  </li>`;
};
