import { html } from 'ghtml';
import { z } from 'zod';
import type { Community } from '../../domain/community/community';
import { isConcernedWith } from '../../domain/ticket/working/is-concerned';
import type { ActOutcome, Act } from '../../usecases/board/act-on-ticket';
import type { LookAtNumbers, LookOutcome } from '../../usecases/board/look-at-numbers';
import {
  photoFor,
  ticketFor,
  ticketPage,
  type TicketPage,
  type TicketPagePorts,
} from '../../usecases/board/ticket-page';
import { rowActs, takesPhotos } from '../../usecases/board/row-acts';
import type { Communities } from '../../usecases/ports';
import { go, nothing, part, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { sayOutcome } from '../pages/say-outcome';
import { ticketView } from './ticket/ticket-view';
import { ticketWords } from './ticket/ticket-words';

export type TicketNeeds = TicketPagePorts & {
  readonly communities: Communities;
  readonly act: (act: Act) => Promise<ActOutcome>;
  readonly look: (look: LookAtNumbers) => Promise<LookOutcome>;
};

const Params = z.object({ number: z.coerce.number().int().positive().max(2_000_000_000) });
const PhotoParams = Params.extend({ photo: z.string().min(1).max(100) });
const PhotoQuery = z.object({ size: z.enum(['full', 'preview']).default('full') });
const ActFields = z.object({
  act: z.enum(rowActs),
  key: z.uuid(),
  words: z.string().max(1000).default(''),
});
const LookFields = z.object({
  key: z.uuid(),
  why: z
    .string()
    .max(300)
    .default('')
    .transform((why) => why.trim()),
});

const tell = (outcome: ActOutcome, number: number, asked: AskedBy): Answer => {
  const back = { to: `/board/tickets/${number}`, label: ticketWords[asked.language].back };
  return sayOutcome(outcome, asked, { title: `#${number}`, back });
};

/** Renewed where it stands, whenever something changed. */
const live = (found: TicketPage, community: Community, asked: AskedBy): Html =>
  html`<div
    data-live="/board/live"
    hx-get="/board/tickets/${found.row.number}"
    hx-trigger="linli:changed"
    hx-swap="innerMorph"
  >
    !${ticketView(found, community, asked)}
  </div>`;

/** The page with the numbers, after the look was noted down; without a reason where one is due it is not shown. */
const showNumbers = async (needs: TicketNeeds, asked: AskedBy): Promise<Answer> => {
  const [read, fields] = [Params.safeParse(asked.params), LookFields.safeParse(asked.fields)];
  if (!read.success || !fields.success) return nothing;
  const { number } = read.data;
  const { person, language } = asked;
  const community = await needs.communities.current();
  const ticket = await ticketFor(needs, number, { ...asked, community });
  if (!ticket) return nothing;
  if (fields.data.why === '' && !isConcernedWith(ticket, person))
    return tell({ kind: 'refused', why: 'unfit', said: ticketWords[language].needsWhy }, number, asked);
  const outcome = await needs.look({ person, ticket, language, ...fields.data });
  if (outcome.kind === 'over') return go(`/board/tickets/${number}`);
  if (outcome.kind !== 'done') return tell(outcome, number, asked);
  const found = await ticketPage(needs, number, { ...asked, community }, true);
  if (!found) return nothing;
  // Without the part that renews itself: it would cover them again.
  const main = ticketView(found, community, asked);
  return { kind: 'page', title: `#${number} ${found.row.category}`, main, files: ['public.css'] };
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
      if (asked.partial) return part(ticketView(found, community, asked));
      return { kind: 'page', title, main: live(found, community, asked), files: ['public.css'] };
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
      const found = await photoFor(needs, number, photo, how.data.size, { person, community });
      if (!found) return nothing;
      return { kind: 'file', type: 'image/jpeg', bytes: found.bytes, ...(found.mayStay && { keepSeconds: 600 }) };
    },
  },
  {
    method: 'POST',
    path: '/board/tickets/:number/act',
    who: 'worker',
    files: true,
    answer: async (asked) => {
      const [read, fields] = [Params.safeParse(asked.params), ActFields.safeParse(asked.fields)];
      if (!read.success || !fields.success) return nothing;
      const { person, language, uploads: photos } = asked;
      if (photos.length > 0 && !takesPhotos(fields.data.act)) return nothing;
      const { number } = read.data;
      const community = await needs.communities.current();
      const ticket = await ticketFor(needs, number, { ...asked, community });
      if (!ticket) return nothing;
      return tell(await needs.act({ ...fields.data, photos, person, ticket, language }), number, asked);
    },
  },
  {
    method: 'POST',
    path: '/board/tickets/:number/numbers',
    who: 'worker',
    perMinute: 20,
    answer: (asked) => showNumbers(needs, asked),
  },
];
