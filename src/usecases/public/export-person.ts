import type { AccountId } from '../../domain/points/account';
import { Ticket } from '../../domain/ticket/ticket';
import type { PersonId } from '../../domain/ids';
import type { Ledger, Matters, People } from '../ports';
import type { Privacy } from '../ports-of-privacy';
import type { Households } from '../ports-of-rounds';

export interface ExportPorts {
  readonly people: Pick<People, 'byId' | 'honourNames'>;
  readonly matters: Pick<Matters, 'find'>;
  readonly ledger: Pick<Ledger, 'balance' | 'statement'>;
  readonly privacy: Pick<Privacy, 'kept' | 'wishesOf'>;
  readonly households: Pick<Households, 'ofPerson'>;
}

const most = 5000;

const bookOf = async ({ ledger }: ExportPorts, account: AccountId) => {
  const [balance, lines] = await Promise.all([ledger.balance(account), ledger.statement(account, most)]);
  return { balance, lines: lines.map(({ at, reason, points }) => ({ at, reason, points })) };
};

/** Matters that name them: those they reported, those they follow, and what else they have a part in. */
const mattersOf = async ({ matters }: ExportPorts, id: PersonId) => {
  const [found, followed] = await Promise.all([
    matters.find({ person: id, limit: most }),
    matters.find({ kind: 'ticket', follower: id, limit: most }),
  ]);
  const tickets = found
    .filter(({ ref }) => ref.kind === 'ticket')
    .map(({ state }) => Ticket.parse(state))
    .filter(({ reporters }) => reporters.some((reporter) => reporter.person === id));
  return {
    tickets: tickets.map(({ number, category, phase, reportedAt, closedAt, solved, satisfied, place }) => ({
      ...{ number, category, state: phase, reportedAt, closedAt, solved, satisfied, area: place.area },
    })),
    follows: followed.map(({ ref }) => ref.number),
    /** Calls for volunteers, orders, hours, pairs: by kind and number. */
    others: found.filter(({ ref }) => ref.kind !== 'ticket').map(({ ref: { kind, number } }) => ({ kind, number })),
  };
};

/** Everything that is kept on a person, as they may take it with them. What staff wrote of others is not among it. */
export const exportPerson = async (ports: ExportPorts, id: PersonId) => {
  const { people, privacy, households } = ports;
  const [person, matters, points, saved, kept, wishes, honours, homes] = await Promise.all([
    people.byId(id),
    mattersOf(ports, id),
    bookOf(ports, `person:${id}`),
    bookOf(ports, `saved:${id}`),
    privacy.kept(id),
    privacy.wishesOf(id),
    people.honourNames([id]),
    households.ofPerson(id),
  ]);
  return {
    person: person && { ...person, nameInHonours: honours.get(id) ?? null },
    accounts: kept.accounts,
    households: homes.map(({ village, number, address, headPerson }) => ({
      ...{ village, number, address, head: headPerson === id },
    })),
    ...matters,
    words: kept.words,
    photos: kept.photos,
    points,
    savedHours: saved,
    erasure: wishes[0]?.dueAt ?? null,
  };
};
