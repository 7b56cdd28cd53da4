import { Ticket } from '../../domain/ticket/ticket';
import type { PersonId } from '../../domain/ids';
import type { Ledger, Matters, People } from '../ports';
import type { Privacy } from '../ports-of-privacy';

export interface ExportPorts {
  readonly people: Pick<People, 'byId' | 'honourNames'>;
  readonly matters: Pick<Matters, 'find'>;
  readonly ledger: Pick<Ledger, 'balance' | 'statement'>;
  readonly privacy: Pick<Privacy, 'kept' | 'erasureOf'>;
}

const most = 5000;

/** Everything that is kept on a person, as they may take it with them. What staff wrote of others is not among it. */
export const exportPerson = async ({ people, matters, ledger, privacy }: ExportPorts, id: PersonId) => {
  const account = `person:${id}` as const;
  const [person, found, balance, lines, kept, erasure, honours] = await Promise.all([
    people.byId(id),
    matters.find({ kind: 'ticket', person: id, limit: most }),
    ledger.balance(account),
    ledger.statement(account, most),
    privacy.kept(id),
    privacy.erasureOf(id),
    people.honourNames([id]),
  ]);
  const tickets = found
    .map(({ state }) => Ticket.parse(state))
    .filter(({ reporters }) => reporters.some((reporter) => reporter.person === id));
  return {
    person: person && { ...person, nameInHonours: honours.get(id) ?? null },
    accounts: kept.accounts,
    tickets: tickets.map(({ number, category, phase, reportedAt, closedAt, solved, satisfied, place }) => ({
      ...{ number, category, state: phase, reportedAt, closedAt, solved, satisfied, area: place.area },
    })),
    words: kept.words,
    photos: kept.photos,
    points: { balance, lines: lines.map(({ at, reason, points }) => ({ at, reason, points })) },
    erasure: erasure?.dueAt ?? null,
  };
};
