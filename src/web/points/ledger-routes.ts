import { html } from 'ghtml';
import { z } from 'zod';
import { areaById } from '../../domain/community/area-tree';
import type { Community, Role } from '../../domain/community/community';
import { findAccounts, type FindAccountPorts, type FoundAccounts } from '../../usecases/board/find-account';
import {
  accountPage,
  statementPage,
  statementParts,
  type StatementPage,
  type StatementPlace,
  type StatementPorts,
} from '../../usecases/pages/statement-of';
import type { Clock, Communities, People } from '../../usecases/ports';
import type { Households } from '../../usecases/ports-of-rounds';
import { go, nothing, page, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { accountView } from '../statement/account-view';
import { readPlace, writePlace } from '../statement/sealed-place';
import { pointsWords } from './points-words';

export interface LedgerNeeds extends Omit<StatementPorts, 'households'>, Omit<FindAccountPorts, 'people'> {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly people: Pick<People, 'byName' | 'byIds'>;
  readonly households: Pick<Households, 'byIds' | 'ofPerson'>;
  /** Signs places in the books. */
  readonly secret: string;
}

/** Others' books are nobody's business but theirs who keep them. */
export const bookKeepers: readonly Role[] = ['staff', 'director'];

const Who = z.object({ who: z.string().trim().max(40).default('') });
const Id = z.object({ id: z.string().min(1).max(100) });
const Older = z.object({ of: z.enum(statementParts), after: z.string().max(2000) });

const personPath = (id: string): string => `/board/ledger/person/${encodeURIComponent(id)}`;
const householdPath = (id: string): string => `/board/ledger/household/${encodeURIComponent(id)}`;

/** Whose account is looked for. */
export const searchForm = (who: string, { language }: Pick<AskedBy, 'language'>): Html => {
  const own = pointsWords[language];
  return html`<form method="get" action="/board/ledger" role="search">
    <label>${own.who}<br /><input type="search" name="who" value="${who}" maxlength="40" required /></label>
    <button class="strong">${own.find}</button>
  </form>`;
};

const doorName = (
  { village, number }: { readonly village: string; readonly number: string },
  community: Community,
  { language }: Pick<AskedBy, 'language'>,
): string => pointsWords[language].household(areaById(community, village)?.name ?? village, number);

const choices = ({ people, households }: FoundAccounts, community: Community, asked: AskedBy): Html => {
  const own = pointsWords[asked.language];
  if (people.length + households.length === 0) return html`<p>${own.nobody}</p>`;
  return html`<p>${own.which}</p>
    <ul>
      !${people.map(
        ({ id, name, where }) =>
          html`<li><a href="${personPath(id)}">${name}</a> <span class="soft">${where ?? ''}</span></li>`,
      )}
      !${households.map(
        (household) =>
          html`<li>
            <a href="${householdPath(household.id)}">${doorName(household, community, asked)}</a>
            <span class="soft">${household.head}</span>
          </li>`,
      )}
    </ul>`;
};

const search = async (needs: LedgerNeeds, asked: AskedBy): Promise<Answer> => {
  const own = pointsWords[asked.language];
  const { who } = Who.safeParse(asked.query).data ?? { who: '' };
  const community = await needs.communities.current();
  const found = who === '' ? { people: [], households: [] } : await findAccounts(needs, who, community);
  const [person, household] = [found.people[0], found.households[0]];
  if (person && found.people.length === 1 && !household) return go(personPath(person.id));
  if (household && found.households.length === 1 && !person) return go(householdPath(household.id));
  const main = html`<h1>${own.ledger}</h1>
    !${searchForm(who, asked)}!${who === '' ? '' : choices(found, community, asked)}`;
  return page(own.ledger, main);
};

const view = async (
  needs: LedgerNeeds,
  title: string,
  accounts: readonly StatementPage[],
  paged: boolean,
  { language, path }: AskedBy,
): Promise<Answer> => {
  const own = pointsWords[language];
  const { calendar } = await needs.communities.current();
  const olderOf = ({ part, next }: StatementPage): string | null =>
    next && `${path}?${new URLSearchParams({ of: part, after: writePlace(next, needs.secret) }).toString()}`;
  const shown = accounts.map((account) =>
    accountView(account, {
      ...{ language, now: needs.clock.now().toISOString(), timeZone: calendar.timeZone },
      ...{ title: own.parts[account.part], older: olderOf(account) },
    }),
  );
  const main = html`<h1>${title}</h1>
    !${searchForm('', { language })}!${shown}
    !${paged ? html`<p><a class="button" href="${path}">${own.newest}</a></p>` : ''}`;
  return page(title, main);
};

/** Where a page goes on; null: at the newest. `undefined`: an address that we did not write. */
const placeOf = ({ query }: AskedBy, { secret }: LedgerNeeds): StatementPlace | null | undefined => {
  const read = Older.safeParse(query);
  return read.success ? (readPlace(read.data.after, secret) ?? undefined) : null;
};

const ofPerson = async (needs: LedgerNeeds, asked: AskedBy): Promise<Answer> => {
  const read = Id.safeParse(asked.params);
  const place = placeOf(asked, needs);
  const [person] = read.success ? await needs.people.byIds([read.data.id]) : [];
  if (!person || place === undefined) return nothing;
  const pages = await Promise.all(statementParts.map((part) => statementPage(needs, part, person.id, place)));
  const accounts = pages.flatMap((each) => each ?? []);
  return accounts.length === 0 ? nothing : view(needs, person.name, accounts, place !== null, asked);
};

const ofHousehold = async (needs: LedgerNeeds, asked: AskedBy): Promise<Answer> => {
  const read = Id.safeParse(asked.params);
  const place = placeOf(asked, needs);
  const [household] = read.success ? await needs.households.byIds([read.data.id]) : [];
  if (!household || place === undefined) return nothing;
  const account = await accountPage(needs, 'household', `household:${household.id}`, place);
  const title = doorName(household, await needs.communities.current(), asked);
  return account ? view(needs, title, [account], place !== null, asked) : nothing;
};

/** The books of one person, or of one household, for those who keep them. */
export const ledgerRoutes = (needs: LedgerNeeds): readonly PageRoute[] => [
  { method: 'GET', path: '/board/ledger', who: bookKeepers, answer: (asked) => search(needs, asked) },
  { method: 'GET', path: '/board/ledger/person/:id', who: bookKeepers, answer: (asked) => ofPerson(needs, asked) },
  {
    method: 'GET',
    path: '/board/ledger/household/:id',
    who: bookKeepers,
    answer: (asked) => ofHousehold(needs, asked),
  },
];
