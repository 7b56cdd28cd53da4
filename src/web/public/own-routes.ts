import { html } from 'ghtml';
import type { Community } from '../../domain/community/community';
import { coarseArea, isPublic } from '../../domain/open-data/public-ticket';
import { saidState } from '../../domain/ticket/telling/ticket-card';
import { Ticket } from '../../domain/ticket/ticket';
import { labels } from '../../domain/wording/labels';
import { sayMoment, type Language } from '../../domain/wording/say-moment';
import type { Communities } from '../../usecases/ports';
import { exportPerson, type ExportPorts } from '../../usecases/public/export-person';
import type { Answer, Asked, Html, PageRoute } from '../pages/page-route';
import { linkIsOver, openLink, type PrivateLinkPorts } from '../pages/private-link';
import { actOnErasure, actOnFollowing, eraseForm, followForm, unfollowForm, type OwnActPorts } from './own-acts';
import { ownTicket, type OwnTicketPorts } from './own-ticket';
import { publicWords } from './public-words';

export interface OwnPorts extends ExportPorts, OwnTicketPorts, PrivateLinkPorts, Pick<OwnActPorts, 'asInChat'> {
  readonly communities: Communities;
  readonly people: ExportPorts['people'] & OwnTicketPorts['people'];
  readonly matters: ExportPorts['matters'] & OwnTicketPorts['matters'];
}

const shown = 50;
const perMinute = 60;

interface Line {
  readonly community: Community;
  readonly now: string;
  readonly language: Language;
  /** Where it is told step by step; null: it is not theirs. */
  readonly path: string | null;
}

const lineOf = (ticket: Ticket, { community, now, language, path }: Line, after: Html = ''): Html => {
  const own = publicWords[language];
  const category = community.categories.find(({ id }) => id === ticket.category)?.[language];
  const name = `#${ticket.number} ${category ?? labels[language].uncategorised}${areaName(community, ticket)}`;
  return html`<li class="card">
    <h3>!${path === null ? html`${name}` : html`<a href="${path}/tickets/${ticket.number}">${name}</a>`}</h3>
    <p>
      ${labels[language].states[saidState(ticket)]}｜${own.reported}
      ${sayMoment(ticket.reportedAt, now, community.calendar.timeZone, language)}
    </p>
    !${after}
  </li>`;
};

const areaName = (community: Community, { place }: Ticket): string => {
  const name = coarseArea(community, place.area)?.name;
  return name === undefined ? '' : ` · ${name}`;
};

const listOf = (items: readonly Html[], none: string): Html =>
  items.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="matters">
        !${items}
      </ul>`;

/** What they follow; what is no longer public is a number, and can be let go. */
const followedBy = async (ports: OwnPorts, person: string, asked: Asked): Promise<readonly Html[]> => {
  const community = await ports.communities.current();
  const found = await ports.matters.find({ kind: 'ticket', follower: person, limit: shown });
  const now = ports.clock.now().toISOString();
  return found
    .map(({ state }) => Ticket.parse(state))
    .map((ticket) => {
      const stop = unfollowForm(asked, ticket.number);
      return isPublic(ticket, community)
        ? lineOf(ticket, { community, now, language: asked.language, path: null }, stop)
        : html`<li class="card">
            <h3>#${ticket.number}</h3>
            !${stop}
          </li>`;
    });
};

const erasurePart = async (ports: OwnPorts, person: string, asked: Asked): Promise<Html> => {
  const own = publicWords[asked.language];
  const dueAt = (await ports.privacy.wishesOf(person))[0]?.dueAt ?? null;
  if (dueAt === null)
    return html`<p>${own.forget}</p>
      !${eraseForm(asked, 'ask')}`;
  const { timeZone } = (await ports.communities.current()).calendar;
  const due = sayMoment(dueAt, ports.clock.now().toISOString(), timeZone, asked.language);
  return html`<p>${own.erasureDue}：${due}</p>
    !${eraseForm(asked, 'keep')}`;
};

const ticketsOf = async (ports: OwnPorts, person: string, { language, path }: Asked): Promise<readonly Html[]> => {
  const community = await ports.communities.current();
  const found = await ports.matters.find({ kind: 'ticket', person, limit: shown });
  const now = ports.clock.now().toISOString();
  return found
    .map(({ state }) => Ticket.parse(state))
    .filter(({ reporters }) => reporters.some((reporter) => reporter.person === person))
    .map((ticket) => lineOf(ticket, { community, now, language, path }));
};

const ownPage = async (ports: OwnPorts, person: string, asked: Asked): Promise<Answer> => {
  const own = publicWords[asked.language];
  const [items, follows, erasure] = await Promise.all([
    ticketsOf(ports, person, asked),
    followedBy(ports, person, asked),
    erasurePart(ports, person, asked),
  ]);
  const main = html`<h1>${own.mine}</h1>
    <h2>${own.reportedByMe}</h2>
    !${listOf(items, own.mineNone)}
    <h2>${own.follows}</h2>
    !${listOf(follows, own.followsNone)} !${followForm(asked)}
    <h2>${own.data}</h2>
    <p><a class="button" href="${asked.path}/data.json">${own.download}</a></p>
    !${erasure}`;
  return { kind: 'page', title: own.mine, bare: true, files: ['public.css'], main };
};

const ownData = async (ports: OwnPorts, person: string): Promise<Answer> => {
  const bytes = JSON.stringify(await exportPerson(ports, person), null, 2);
  return { kind: 'file', type: 'application/json', bytes, saveAs: 'linli.json' };
};

/** A person's own matters, and what is kept on them, by the link that only they were told; no account is needed. */
export const ownRoutes = (ports: OwnPorts): readonly PageRoute[] => {
  const own = (
    method: PageRoute['method'],
    path: string,
    answer: (ports: OwnPorts, person: string, asked: Asked) => Promise<Answer>,
  ): PageRoute => ({
    method,
    path,
    who: 'anyone',
    perMinute,
    answer: async (asked) => {
      const link = await openLink(ports, asked, 'own-ticket');
      const { over, overNext } = publicWords[asked.language];
      return link ? answer(ports, link.person, asked) : linkIsOver(over, overNext);
    },
  });
  return [
    own('GET', '/my/:token', ownPage),
    own('GET', '/my/:token/data.json', ownData),
    own('GET', '/my/:token/tickets/:number', ownTicket),
    own('POST', '/my/:token/follow', actOnFollowing),
    own('POST', '/my/:token/erase', actOnErasure),
  ];
};
