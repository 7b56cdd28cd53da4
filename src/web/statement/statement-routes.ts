import { html } from 'ghtml';
import { z } from 'zod';
import type { Person } from '../../domain/community/community';
import { sayDate } from '../../domain/wording/say-moment';
import { personNow, type ReaderPorts } from '../../usecases/pages/find-reader';
import {
  statementPage,
  statementParts,
  type StatementPage,
  type StatementPorts,
} from '../../usecases/pages/statement-of';
import { nothing, type Answer, type Asked, type Html, type PageRoute } from '../pages/page-route';
import { linkIsOver, openLink, type PrivateLinkPorts } from '../pages/private-link';
import { accountView } from './account-view';
import { readPlace, writePlace } from './sealed-place';
import { statementWords } from './statement-words';

export interface StatementNeeds extends StatementPorts, PrivateLinkPorts, Omit<ReaderPorts, 'sessions'> {
  /** Signs places in the books. */
  readonly secret: string;
}

const Query = z.object({ of: z.enum(statementParts), after: z.string().max(2000) });
const perMinute = 60;

/** Whose link it is. */
const ownerOf = async (needs: StatementNeeds, asked: Asked): Promise<Person | null> => {
  const link = await openLink(needs, asked, 'statement');
  return link && personNow(needs, link.person);
};

const view = async (
  needs: StatementNeeds,
  person: Person,
  accounts: readonly StatementPage[],
  asked: Asked,
  paged: boolean,
): Promise<Answer> => {
  const { language, path } = asked;
  const own = statementWords[language];
  const { calendar } = await needs.communities.current();
  const now = needs.clock.now().toISOString();
  const olderOf = ({ part, next }: StatementPage): string | null =>
    next && `${path}?${new URLSearchParams({ of: part, after: writePlace(next, needs.secret) }).toString()}`;
  const parts: readonly Html[] = accounts.map((account) =>
    accountView(account, {
      ...{ language, now, timeZone: calendar.timeZone },
      ...{ title: own.parts[account.part], older: olderOf(account) },
    }),
  );
  const empty = accounts.every(({ lines }) => lines.length === 0);
  const main = html`<article class="statement">
    <h1>${own.title} <small>${person.name}</small></h1>
    !${parts} !${empty ? html`<p>${own.how}</p>` : html`<p>${own.wrong}</p>`}
    !${paged ? html`<p class="screen-only"><a class="button" href="${path}">${own.newest}</a></p>` : ''}
    <p class="soft screen-only">${own.print}：${own.printHow}</p>
    <p class="paper-only">${own.made} ${sayDate(now, now, calendar.timeZone, language)}</p>
  </article>`;
  return { kind: 'page', title: own.title, bare: true, files: ['statement.css'], main };
};

/** One's own statement, by the link that only they were told: for eyes, for old eyes, and for paper. */
export const statementRoutes = (needs: StatementNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/statement/:token',
    who: 'anyone',
    perMinute,
    answer: async (asked) => {
      const person = await ownerOf(needs, asked);
      const own = statementWords[asked.language];
      if (!person) return linkIsOver(own.over, own.overNext);
      const read = Query.safeParse(asked.query);
      if (!read.success) {
        const all = await Promise.all(statementParts.map((part) => statementPage(needs, part, person.id, null)));
        const shown = all.flatMap((account) => (account ? [account] : []));
        return view(needs, person, shown, asked, false);
      }
      const place = readPlace(read.data.after, needs.secret);
      const older = place && (await statementPage(needs, read.data.of, person.id, place));
      return older ? view(needs, person, [older], asked, true) : nothing;
    },
  },
];
