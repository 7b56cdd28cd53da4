import { randomUUID } from 'node:crypto';
import { html } from 'ghtml';
import type { Community } from '../../../domain/community/community';
import type { Language } from '../../../domain/wording/say-moment';
import type { TicketPage } from '../../../usecases/board/ticket-page';
import { drawMap } from '../../map/draw-map';
import { form } from '../../pages/layout';
import type { AskedBy, Html } from '../../pages/page-route';
import { actForms, dueView, marks } from '../row-view';
import { voicesView } from '../voice-routes';
import { ticketWords } from './ticket-words';

const gallery = (number: number, title: string, photos: TicketPage['photos'], language: Language): Html =>
  photos.length === 0
    ? ''
    : html`<section>
        <h2>${title}</h2>
        <div class="gallery">
          !${photos.map((photo, index) => {
            const path = `/board/tickets/${number}/photos/${encodeURIComponent(photo)}`;
            return html`<a href="${path}"
              ><img src="${path}" loading="lazy" alt="${ticketWords[language].photo} ${index + 1}"
            /></a>`;
          })}
        </div>
      </section>`;

const peopleView = ({ row, handlers, reporters }: TicketPage, language: Language): Html => {
  const own = ticketWords[language];
  return html`<section>
    <h2>${own.people}</h2>
    <dl class="facts">
      <dt>${own.owner}</dt>
      <dd>${row.owner ?? own.nobody}</dd>
      !${
        handlers.length === 0
          ? ''
          : html`<dt>${own.asked}</dt>
              <dd>${handlers.join('、')}</dd>`
      }
      !${reporters.map(
        ({ name, role, at }) =>
          html`<dt>${own.reporter}</dt>
            <dd>${name} <span class="soft">${role} · ${at}</span></dd>`,
      )}
    </dl>
  </section>`;
};

/** From now on, as points on a line: when, and what happens then if nobody does anything. */
const timeView = ({ ahead }: TicketPage, language: Language): Html => {
  const own = ticketWords[language];
  return ahead.length === 0
    ? ''
    : html`<section>
        <h2>${own.ahead}</h2>
        <ol class="line">
          <li class="now">${own.now}</li>
          !${ahead.map(
            ({ at, time, what, promised }) =>
              html`<li class="${promised ? 'promised' : ''}">
                <time datetime="${at}">${time}</time> ${what}!${promised ? html` <b>${own.promised}</b>` : ''}
              </li>`,
          )}
        </ol>
      </section>`;
};

const relatedView = ({ related }: TicketPage, language: Language): Html =>
  related.length === 0
    ? ''
    : html`<section>
        <h2>${ticketWords[language].related}</h2>
        <ul>
          !${related.map(
            ({ number, what, title }) =>
              html`<li>${ticketWords[language][what]} <a href="/board/tickets/${number}">#${number}</a> ${title}</li>`,
          )}
        </ul>
      </section>`;

/** Where it is among what lies around; nothing where nobody knows, or the map lacks it. */
const placeView = ({ area, row }: TicketPage, { areas }: Community, language: Language): Html => {
  const known = areas.find(({ id }) => id === area);
  if (!known?.at && !known?.outline) return '';
  const map = drawMap({ areas, counts: new Map(), title: row.place, here: known.id });
  return map === null
    ? ''
    : html`<section>
        <h2>${ticketWords[language].map}</h2>
        !${map}
      </section>`;
};

/** Numbers stay covered until somebody presses; whose ticket it is not, says why. */
const numbersView = ({ row, numbers }: TicketPage, { language, csrf }: AskedBy): Html => {
  const own = ticketWords[language];
  const path = `/board/tickets/${row.number}/numbers`;
  const why = numbers.own
    ? ''
    : html`<label>${own.whyLook}<input name="why" required maxlength="300" autocomplete="off" /></label>`;
  const inside = html`<input type="hidden" name="key" value="${randomUUID()}" />!${why}<button>${own.look}</button>`;
  return numbers.hidden
    ? html`<div class="numbers">
        <p class="soft">${own.hidden} ${own.logged}</p>
        !${form(csrf, path, inside)}
      </div>`
    : '';
};

/** All of it; it changes by itself while somebody looks. */
export const ticketView = (ticket: TicketPage, community: Community, asked: AskedBy): Html => {
  const { language } = asked;
  const { row } = ticket;
  const own = ticketWords[language];
  return html`<article class="ticket">
    <h1><span class="number">#${row.number}</span> ${row.category} <small>${row.place}</small></h1>
    <p class="stands">!${marks(row, language)}<span class="mark">${row.state}</span> !${dueView(row, language)}</p>
    !${actForms(row, language)}
    <div class="columns">
      <div>
        <section>
          <h2>${own.said}</h2>
          !${ticket.words.map((said) => html`<blockquote>${said}</blockquote>`)} !${numbersView(ticket, asked)}
        </section>
        !${gallery(row.number, own.photos, ticket.photos, language)}!${gallery(row.number, own.proof, ticket.proof, language)}!${ticket.lost === 0 ? '' : html`<p class="soft">${own.lost(ticket.lost)}</p>`}!${voicesView(ticket, language)}
        <section>
          <h2>${own.history}</h2>
          <ol class="history">
            !${ticket.history.map(
              ({ at, time, what }) => html`<li><time datetime="${at}">${time}</time> <span>${what}</span></li>`,
            )}
          </ol>
        </section>
      </div>
      <div>
        !${placeView(ticket, community, language)}!${peopleView(ticket, language)}!${timeView(ticket, language)}!${relatedView(ticket, language)}
        <details open>
          <summary>${own.why}</summary>
          <p class="why">${ticket.why}</p>
        </details>
      </div>
    </div>
  </article>`;
};
