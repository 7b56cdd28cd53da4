import { html } from 'ghtml';
import { z } from 'zod';
import { Ticket } from '../../domain/ticket/ticket';
import { historyOf, type HistoryPorts } from '../../usecases/hearing/telling/history-of';
import { sayOnPage, type SayOnPagePorts } from '../../usecases/pages/say-on-page';
import type { Matters, People } from '../../usecases/ports';
import { nothing, type Answer, type Asked } from '../pages/page-route';
import { publicWords } from './public-words';

export interface OwnTicketPorts extends HistoryPorts, SayOnPagePorts {
  readonly people: Pick<People, 'byId' | 'byIds'>;
  readonly matters: Pick<Matters, 'events' | 'byNumber'>;
}

const Params = z.object({ number: z.string().regex(/^\d{1,9}$/) });

/** One of this person's own matters, step by step, as `查` in chat says it; another's is not there. */
export const ownTicket = async (ports: OwnTicketPorts, person: string, asked: Asked): Promise<Answer> => {
  const read = Params.safeParse(asked.params);
  const reader = await ports.people.byId(person);
  const stored = read.success ? await ports.matters.byNumber(Number(read.data.number)) : null;
  if (!reader || stored?.ref.kind !== 'ticket') return nothing;
  const ticket = Ticket.parse(stored.state);
  if (!ticket.reporters.some((reporter) => reporter.person === person)) return nothing;
  const { language, path } = asked;
  const own = publicWords[language];
  const said = await sayOnPage(ports, await historyOf(ports, ticket, reader), person, language);
  const main = html`<article>
    <h1>#${ticket.number}</h1>
    <p class="why">${said}</p>
    <p><a href="${path.replace(/\/tickets\/\d+$/u, '')}">${own.mine}</a></p>
  </article>`;
  return { kind: 'page', title: `#${ticket.number}`, bare: true, files: ['public.css'], main };
};
