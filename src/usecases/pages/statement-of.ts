import type { PersonId } from '../../domain/ids';
import type { AccountId } from '../../domain/points/account';
import type { Ledger, StatementCursor } from '../ports';
import type { StatementLine } from '../ports-of-books';
import type { Households } from '../ports-of-rounds';

export interface StatementPorts {
  readonly ledger: Pick<Ledger, 'balance' | 'statement'>;
  readonly households: Pick<Households, 'ofPerson'>;
}

/** The accounts of a statement: one's points, the time one saved, one's household's. */
export const statementParts = ['person', 'saved', 'household'] as const;
export type StatementPart = (typeof statementParts)[number];

/** Where a page of a statement ended: of one account, so that it opens no other's. */
export interface StatementPlace {
  readonly account: AccountId;
  readonly after: StatementCursor;
}

export interface StatementPage {
  readonly part: StatementPart;
  readonly account: AccountId;
  readonly balance: number;
  readonly lines: readonly StatementLine[];
  /** Where the older ones begin; null: there are none. */
  readonly next: StatementPlace | null;
}

const pageLines = 20;

/** The person's account of this kind; null: they belong to no household. */
const accountOf = async (ports: StatementPorts, part: StatementPart, person: PersonId): Promise<AccountId | null> => {
  if (part !== 'household') return `${part}:${person}`;
  const [household] = await ports.households.ofPerson(person);
  return household ? `household:${household.id}` : null;
};

/** A page of one person's account of this kind. Null: there is no such account, or the place is not in it. */
export const statementPage = async (
  ports: StatementPorts,
  part: StatementPart,
  person: PersonId,
  place: StatementPlace | null,
): Promise<StatementPage | null> => {
  const account = await accountOf(ports, part, person);
  return account === null ? null : accountPage(ports, part, account, place);
};

/** A page of one account; null: the place is not in it. */
export const accountPage = async (
  ports: Pick<StatementPorts, 'ledger'>,
  part: StatementPart,
  account: AccountId,
  place: StatementPlace | null,
): Promise<StatementPage | null> => {
  if (place !== null && place.account !== account) return null;
  const [balance, found] = await Promise.all([
    ports.ledger.balance(account),
    ports.ledger.statement(account, pageLines + 1, place?.after),
  ]);
  const lines = found.slice(0, pageLines);
  const last = lines.at(-1);
  const { at, cause, points, balance: after } = last ?? { at: '', cause: '', points: 0, balance: 0 };
  const next = found.length > pageLines ? { account, after: { at, cause, points, balance: after } } : null;
  return { part, account, balance, lines, next };
};
