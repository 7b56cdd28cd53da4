import { numberOfMatter } from '../../domain/ids';
import { html } from 'ghtml';
import { z } from 'zod';
import type { Community, Person } from '../../domain/community/community';
import { isPublic, publicCategories } from '../../domain/open-data/public-ticket';
import { maySee } from '../../usecases/board/may-see';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Matters, Photos } from '../../usecases/ports';
import { maskColumns, maskRows } from '../../usecases/ports-of-public-photos';
import { form } from '../pages/layout';
import { go, nothing, page, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import type { PublicPorts } from './public-page';
import { fundOf, looksAtReceipts, receiptsFor } from './receipts';

export interface LookPorts extends Omit<PublicPorts, 'figures' | 'ledger' | 'people' | 'siteUrl'> {
  readonly matters: Pick<Matters, 'find' | 'byNumber'>;
  readonly photos: Pick<Photos, 'byId' | 'read'>;
}

const words = {
  zh: {
    nav: '看照片',
    title: '照片给不给大家看',
    none: '没有等着看的照片。',
    how: '有人脸、车牌、门牌的格子请点上，再放出来；拿不准就不放。',
    show: '遮住点上的，放出来',
    withhold: '不放',
    cell: '格',
  },
  en: {
    nav: 'Photos',
    title: 'May everybody see it?',
    none: 'No photo waits to be looked at.',
    how: 'Mark the cells with faces, plates or door numbers, then show it; when in doubt, keep it back.',
    show: 'Cover what is marked and show it',
    withhold: 'Keep it back',
    cell: 'Cell',
  },
} as const;

const Params = z.object({ photo: z.string().max(60).catch('') });
const cells = z.union([z.string(), z.array(z.string())]).optional();
const Fields = z.object({ what: z.enum(['show', 'withhold']), cell: cells });

const longAgo = '2000-01-01T00:00:00.000Z';
const atOnce = 12;
const newest = 300;

/** Public matters under way that are this person's on the board. */
const ticketsFor = async (ports: LookPorts, person: Person, community: Community): Promise<readonly Ticket[]> => {
  const to = ports.clock.now().toISOString();
  const categories = publicCategories(community).map(({ id }) => id);
  const found = await ports.openTickets.find({ categories, from: longAgo, to, open: true, skip: 0, limit: newest });
  return found
    .map(({ ticket }) => ticket)
    .filter((ticket) => isPublic(ticket, community) && maySee(ticket, person, community));
};

/** Whether this person may say who sees a photo: of a ticket that is public, or a receipt of the public account. */
const mayLook = async (ports: LookPorts, photo: string, person: Person): Promise<boolean> => {
  const matter = (await ports.photos.byId(photo))?.matter ?? '';
  const number = numberOfMatter(matter);
  if (number === null) return looksAtReceipts(person) && (await fundOf(ports, matter)) !== null;
  const [found] = await ports.openTickets.byNumbers([number]);
  const community = await ports.communities.current();
  return found !== undefined && isPublic(found.ticket, community) && maySee(found.ticket, person, community);
};

const grid = (label: string): Html =>
  Array.from(
    { length: maskColumns * maskRows },
    (_, cell) =>
      html`<label><input type="checkbox" name="cell" value="${cell}" aria-label="${label} ${cell + 1}" /></label>`,
  ).join('');

const oneForm = (number: number, photo: string, { language, csrf }: AskedBy): Html => {
  const own = words[language];
  const inside = html`<div class="masked">
      <img src="/board/photos/${photo}" alt="#${number}" />
      !${grid(own.cell)}
    </div>
    <button class="strong" name="what" value="show">${own.show}</button>
    <button name="what" value="withhold">${own.withhold}</button>`;
  return html`<section class="card">
    <h2>#${number}</h2>
    !${form(csrf, `/board/photos/${photo}`, inside)}
  </section>`;
};

const list = async (ports: LookPorts, asked: AskedBy): Promise<Answer> => {
  const own = words[asked.language];
  const community = await ports.communities.current();
  const tickets = await ticketsFor(ports, asked.person, community);
  const photosOf = (ticket: Ticket) => [...ticket.photos, ...(ticket.resolution?.photos ?? [])];
  const all = [
    ...tickets.flatMap((ticket) => photosOf(ticket).map((id) => ({ number: ticket.number, id }))),
    ...(await receiptsFor(ports, asked.person)),
  ];
  const unseen = new Set(await ports.publicPhotos.unseenAmong(all.map(({ id }) => id)));
  const waiting = all.filter(({ id }) => unseen.has(id));
  const shown = waiting.slice(0, atOnce).map(({ number, id }) => oneForm(number, id, asked));
  const main = html`<h1>${own.title}</h1>
    <p>${own.how}</p>
    !${shown.length === 0 ? html`<p>${own.none}</p>` : shown}`;
  return { kind: 'page', title: own.title, main, files: ['public.css'] };
};

/** Where staff look at photos before strangers may. */
export const judgePhotosRoutes = (ports: LookPorts): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/photos',
    who: 'worker',
    nav: { zh: words.zh.nav, en: words.en.nav },
    answer: (asked) => list(ports, asked),
  },
  {
    method: 'GET',
    path: '/board/photos/:photo',
    who: 'worker',
    answer: async ({ params, person }) => {
      const { photo } = Params.parse(params);
      const bytes = (await mayLook(ports, photo, person)) && (await ports.photos.read(photo, 'full'));
      return bytes ? { kind: 'file', type: 'image/jpeg', bytes } : nothing;
    },
  },
  {
    method: 'POST',
    path: '/board/photos/:photo',
    who: 'worker',
    answer: async ({ params, fields, person, language }) => {
      const { photo } = Params.parse(params);
      const said = Fields.safeParse(fields);
      if (!said.success || !(await mayLook(ports, photo, person))) return nothing;
      const look = { by: person.id, at: ports.clock.now().toISOString() };
      const { what, cell = [] } = said.data;
      const done =
        what === 'show'
          ? await ports.publicPhotos.show(photo, [cell].flat().map(Number), look)
          : await ports.publicPhotos.withhold(photo, look);
      return done ? go('/board/photos') : page(words[language].title, html`<p>${words[language].none}</p>`);
    },
  },
];
