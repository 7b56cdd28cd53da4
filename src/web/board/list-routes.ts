import { html } from 'ghtml';
import { z } from 'zod';
import { momentOfLocal, plusDays } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import { countTickets, findTickets, type FindPorts, type TicketsAsked } from '../../usecases/board/find-tickets';
import { showTickets, type RowPorts, type ShownTicket } from '../../usecases/board/ticket-row';
import type { Communities } from '../../usecases/ports';
import { page, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { listWords } from './list-words';
import { dueView, marks } from './row-view';
import { ticketsSheet } from './tickets-sheet';
import { savedViewsPart, viewRoutes, type SavedViewNeeds } from './view-routes';

export type ListNeeds = FindPorts & RowPorts & SavedViewNeeds & { readonly communities: Communities };

const perPage = 40;
/** Counts are five seconds old at most as they come, and ten as they are seen. */
const countedMs = 5_000;
/** More than anybody reads; who needs more narrows it down. */
const exported = 5000;

const day = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u)
  .or(z.literal(''))
  .catch('');
const text = (longest: number) => z.string().max(longest).catch('').default('');

const Query = z.object({
  words: text(60),
  state: z.enum(['open', 'closed', 'all']).catch('open').default('open'),
  area: text(60),
  category: text(60),
  person: text(30),
  from: day.default(''),
  to: day.default(''),
  after: text(160),
});
type Query = z.infer<typeof Query>;

const askedOf = (query: Query, { calendar }: Community): TicketsAsked => {
  const midnight = (date: string): string => momentOfLocal(date, '00:00', calendar.timeZone);
  return {
    ...query,
    from: query.from === '' ? null : midnight(query.from),
    to: query.to === '' ? null : midnight(plusDays(query.to, 1)),
  };
};

const options = (chosen: string, given: readonly (readonly [string, string])[]): Html =>
  given
    .map(([value, label]) =>
      value === chosen
        ? html`<option value="${value}" selected>${label}</option>`
        : html`<option value="${value}">${label}</option>`,
    )
    .join('');

const filters = (query: Query, community: Community, language: Language): Html => {
  const own = listWords[language];
  return html`<form class="filters" method="get" action="/board/tickets" role="search">
    <label class="wide">${own.words}<input type="search" name="words" value="${query.words}" maxlength="60" /></label>
    <label
      >${own.state}<select name="state">
        !${options(query.state, [
          ['open', own.open],
          ['closed', own.closed],
          ['all', own.all],
        ])}
      </select></label
    >
    <label
      >${own.area}<select name="area">
        !${options(query.area, [['', own.any], ...community.areas.map(({ id, name }) => [id, name] as const)])}
      </select></label
    >
    <label
      >${own.category}<select name="category">
        !${options(query.category, [
          ['', own.any],
          ...community.categories.map((category) => [category.id, category[language]] as const),
        ])}
      </select></label
    >
    <label>${own.person}<input name="person" value="${query.person}" maxlength="30" /></label>
    <label>${own.from}<input type="date" name="from" value="${query.from}" /></label>
    <label>${own.to}<input type="date" name="to" value="${query.to}" /></label>
    <button class="strong">${own.find}</button>
  </form>`;
};

const draw = (row: ShownTicket, language: Language): Html =>
  html`<tr data-row>
    <td class="number"><a href="/board/tickets/${row.number}">#${row.number}</a></td>
    <td>!${marks(row, language)}${row.category}</td>
    <td>${row.place}</td>
    <td class="said">${row.words}</td>
    <td>${row.state}</td>
    <td>${row.owner ?? ''}</td>
    <td data-label="${listWords[language].columns[6] ?? ''}">${row.reported}</td>
    <td>!${dueView(row, language)}</td>
  </tr>`;

const lines = new WeakMap<ShownTicket, Html>();

/** Drawn once for as long as it reads the same; the language is part of how it reads. */
const line = (row: ShownTicket, language: Language): Html => {
  const drawn = lines.get(row) ?? draw(row, language);
  lines.set(row, drawn);
  return drawn;
};

/** The same list asked for in another way. */
const pathOf = (path: string, query: Query, change: Partial<Query>): string => {
  const entries = Object.entries({ ...query, after: '', ...change }).filter(([, value]) => value !== '');
  return `${path}?${new URLSearchParams(entries).toString()}`;
};

const saidCount = (count: Awaited<ReturnType<typeof countTickets>>, language: Language): string =>
  count === null ? '' : listWords[language].count(`${count.count}${count.more ? '+' : ''}`);

/** Pages behind the first say no count. */
const isCounted = ({ query }: Pick<AskedBy, 'query'>): boolean => Query.parse(query).after === '';

const listPage = async (needs: ListNeeds, asked: AskedBy): Promise<Html> => {
  const { language, person } = asked;
  const own = listWords[language];
  const query = Query.parse(asked.query);
  const community = await needs.communities.current();
  const view = { person, community };
  const [found, count, saved] = await Promise.all([
    findTickets(needs, askedOf(query, community), { ...view, limit: perPage }),
    query.after === '' ? countTickets(needs, askedOf(query, community), view) : null,
    savedViewsPart(needs, asked, pathOf('', query, {}).slice(1)),
  ]);
  const rows = await showTickets(needs, found.tickets, { community, language });
  return html`<h1>${own.title} <small class="soft">${saidCount(count, language)}</small></h1>
    !${filters(query, community, language)}
    <p class="after">
      !${own.views.map(([label, change]) => html`<a class="button" href="${pathOf('/board/tickets', query, change)}">${label}</a>`)}
      <a class="button" href="${pathOf('/board/tickets.xlsx', query, {})}">${own.xlsx}</a>
    </p>
    !${saved}
    !${
      rows.length === 0
        ? html`<p>${/^\p{Script=Han}$/u.test(query.words.trim()) ? own.short : own.none}</p>`
        : html`<div class="scroll cards" tabindex="0" role="region" aria-label="${own.title}">
            <table>
              <thead>
                <tr>
                  !${own.columns.map((column) => html`<th scope="col">${column}</th>`)}
                </tr>
              </thead>
              <tbody>
                !${rows.map((row) => line(row, language)).join('')}
              </tbody>
            </table>
          </div>`
    }
    !${
      found.next === null
        ? ''
        : html`<p>
            <a class="button" rel="next" href="${pathOf('/board/tickets', query, { after: found.next })}"
              >${own.next}</a
            >
          </p>`
    }
    !${count === null ? '' : html`<p class="soft">${own.counted}</p>`}`;
};

const sheetOf = async (needs: ListNeeds, asked: AskedBy): Promise<Buffer> => {
  const { language, person } = asked;
  const community = await needs.communities.current();
  const query = askedOf(Query.parse(asked.query), community);
  const { tickets } = await findTickets(needs, query, { person, community, limit: exported });
  const rows = await showTickets(needs, tickets, { community, language });
  return ticketsSheet(listWords[language].columns, rows);
};

/** All tickets, by number, words, place, kind, person, state and time; page by page, or as a sheet. */
export const listRoutes = (needs: ListNeeds): readonly PageRoute[] => [
  ...viewRoutes(needs),
  {
    method: 'GET',
    path: '/board/tickets',
    who: 'worker',
    kept: true,
    nav: { zh: '全部', en: 'Tickets' },
    answer: async (asked) => {
      const answer = page(listWords[asked.language].title, await listPage(needs, asked));
      return isCounted(asked) ? { ...answer, keptMs: countedMs } : answer;
    },
  },
  {
    method: 'GET',
    path: '/board/tickets.xlsx',
    who: 'worker',
    perMinute: 6,
    answer: async (asked) => ({
      kind: 'file',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await sheetOf(needs, asked),
      saveAs: `${listWords[asked.language].title}.xlsx`,
    }),
  },
];
