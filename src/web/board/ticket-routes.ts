import { html } from 'ghtml';
import { z } from 'zod';
import type { Community } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import type { ActOutcome, Act } from '../../usecases/board/act-on-ticket';
import {
  photoFor,
  ticketFor,
  ticketPage,
  type TicketPage,
  type TicketPagePorts,
} from '../../usecases/board/ticket-page';
import { rowActs } from '../../usecases/board/ticket-row';
import type { Communities } from '../../usecases/ports';
import { nothing, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { voicesView } from './voice-routes';
import { drawMap } from '../map/draw-map';
import { actForms, dueView, marks } from './row-view';

export type TicketNeeds = TicketPagePorts & {
  readonly communities: Communities;
  readonly act: (act: Act) => Promise<ActOutcome>;
};

const words = {
  zh: {
    said: '怎么说的',
    photos: '照片',
    proof: '办好后的照片',
    people: '人',
    owner: '负责人',
    asked: '请了',
    reporter: '报的人',
    nobody: '还没有人接',
    history: '经过',
    why: '为什么是这样',
    ahead: '接下来的时间',
    related: '相关的事',
    'merged-into': '并到了',
    absorbed: '并进来的',
    done: '办好了，聊天里也有。',
    noChat: '没有做：您还没私信过邻里。请先给邻里发一条私信。',
    back: '回到这件事',
    photo: '照片',
    map: '在哪里',
    reported: '报的时间',
  },
  en: {
    said: 'What was said',
    photos: 'Photos',
    proof: 'Photos of the work done',
    people: 'People',
    owner: 'In charge',
    asked: 'Asked',
    reporter: 'Reported by',
    nobody: 'nobody yet',
    history: 'What happened',
    why: 'Why it is so',
    ahead: 'What time will do',
    related: 'Related',
    'merged-into': 'Merged into',
    absorbed: 'Merged into this one',
    done: 'Done; the chat says so too.',
    noChat: 'Not done: write to Linli in private first.',
    back: 'Back to the ticket',
    photo: 'Photo',
    map: 'Where',
    reported: 'Reported',
  },
} as const;

const Params = z.object({ number: z.coerce.number().int().positive().max(2_000_000_000) });
const PhotoParams = Params.extend({ photo: z.string().min(1).max(100) });
const PhotoQuery = z.object({ size: z.enum(['full', 'preview']).default('full') });
const ActFields = z.object({
  act: z.enum(rowActs),
  key: z.uuid(),
  words: z.string().max(1000).default(''),
});

const gallery = (number: number, title: string, photos: TicketPage['photos'], language: Language): Html =>
  photos.length === 0
    ? ''
    : html`<section>
        <h2>${title}</h2>
        <div class="gallery">
          !${photos.map((photo, index) => {
            const path = `/board/tickets/${number}/photos/${encodeURIComponent(photo)}`;
            return html`<a href="${path}"
              ><img src="${path}" loading="lazy" alt="${words[language].photo} ${index + 1}"
            /></a>`;
          })}
        </div>
      </section>`;

const peopleView = ({ row, handlers, reporters }: TicketPage, language: Language): Html => {
  const own = words[language];
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

const timeView = ({ ahead }: TicketPage, language: Language): Html =>
  ahead.length === 0
    ? ''
    : html`<section>
        <h2>${words[language].ahead}</h2>
        <ol class="line">
          !${ahead.slice(0, 6).map(({ at, time }) => html`<li><time datetime="${at}">${time}</time></li>`)}
        </ol>
      </section>`;

const relatedView = ({ related }: TicketPage, language: Language): Html =>
  related.length === 0
    ? ''
    : html`<section>
        <h2>${words[language].related}</h2>
        <ul>
          !${related.map(
            ({ number, what }) =>
              html`<li>${words[language][what]} <a href="/board/tickets/${number}">#${number}</a></li>`,
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
        <h2>${words[language].map}</h2>
        !${map}
      </section>`;
};

const view = (ticket: TicketPage, community: Community, { language, csrf }: AskedBy): Html => {
  const { row } = ticket;
  const own = words[language];
  return html`<article class="ticket">
    <h1><span class="number">#${row.number}</span> ${row.category} <small>${row.place}</small></h1>
    <p class="stands">!${marks(row, language)}<span class="mark">${row.state}</span> !${dueView(row, language)}</p>
    !${actForms(row, { language, csrf })}
    <div class="columns">
      <div>
        <section>
          <h2>${own.said}</h2>
          !${ticket.words.map((said) => html`<blockquote>${said}</blockquote>`)}
        </section>
        !${gallery(row.number, own.photos, ticket.photos, language)}!${gallery(row.number, own.proof, ticket.proof, language)}!${voicesView(ticket, language)}
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

const sayOutcome = (outcome: ActOutcome, number: number, { language, partial }: AskedBy): Answer => {
  const own = words[language];
  const said = { done: own.done, 'no-chat': own.noChat, refused: outcome.kind === 'refused' ? outcome.said : '' }[
    outcome.kind
  ];
  const status = outcome.kind === 'done' ? {} : ({ status: 422 } as const);
  if (partial) return { kind: 'part', main: html`${said}`, ...status };
  const main = html`<section class="message">
    <p class="why">${said}</p>
    <p><a class="button" href="/board/tickets/${number}">${own.back}</a></p>
  </section>`;
  return { kind: 'page', title: `#${number}`, main, ...status };
};

/** One ticket: all that may be known of it, and what can be done with it. */
export const ticketRoutes = (needs: TicketNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/tickets/:number',
    who: 'worker',
    answer: async (asked) => {
      const read = Params.safeParse(asked.params);
      if (!read.success) return nothing;
      const community = await needs.communities.current();
      const found = await ticketPage(needs, read.data.number, { ...asked, community });
      if (!found) return nothing;
      const title = `#${found.row.number} ${found.row.category}`;
      return { kind: 'page', title, main: view(found, community, asked), files: ['public.css'] };
    },
  },
  {
    method: 'GET',
    path: '/board/tickets/:number/photos/:photo',
    who: 'worker',
    answer: async ({ params, query, person }) => {
      const [read, how] = [PhotoParams.safeParse(params), PhotoQuery.safeParse(query)];
      if (!read.success || !how.success) return nothing;
      const community = await needs.communities.current();
      const { number, photo } = read.data;
      const bytes = await photoFor(needs, number, photo, how.data.size, { person, community });
      return bytes ? { kind: 'file', type: 'image/jpeg', bytes, keepSeconds: 600 } : nothing;
    },
  },
  {
    method: 'POST',
    path: '/board/tickets/:number/act',
    who: 'worker',
    answer: async (asked) => {
      const [read, fields] = [Params.safeParse(asked.params), ActFields.safeParse(asked.fields)];
      if (!read.success || !fields.success) return nothing;
      const { number } = read.data;
      const community = await needs.communities.current();
      if (!(await ticketFor(needs, number, { ...asked, community }))) return nothing;
      const { person, language } = asked;
      return sayOutcome(await needs.act({ ...fields.data, person, number, language }), number, asked);
    },
  },
];
