import { isWithin } from '../../domain/community/area-tree';
import type { Community, Person } from '../../domain/community/community';
import type { Household } from '../../domain/rounds/household';
import {
  columnsOf,
  isEmptyRow,
  readHouseholdRow,
  type ColumnsFound,
  type HouseholdColumn,
  type HouseholdDraft,
  type RowFault,
  type TableRow,
} from '../../domain/rounds/household-row';
import type { Households } from '../ports-of-rounds';

/** Rows that go to the database together; no more of a file is in memory at a time. */
const batchRows = 1_000;

/** A title may stand above the names of the columns. */
const headRows = 5;

export interface ImportNeeds {
  readonly households: Households;
  readonly community: Community;
  /** Nothing is written; what would be is counted. */
  readonly onlyCheck: boolean;
  /** Of each row that cannot be used, in the file's order. */
  readonly onFault: (row: number, fault: RowFault) => void;
}

export interface ImportReport {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly bad: number;
  /** Households whose head Linli knows. */
  readonly known: number;
  /** Villages of the file, so that one without inspectors is noticed. */
  readonly villages: readonly string[];
}

export type ImportOutcome =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly missing: readonly HouseholdColumn[]; readonly heads: readonly string[] };

/** The only one of this name who lives in the village: a namesake elsewhere must not hear of others' marks. */
const livingThere = (name: string, village: string, people: readonly Person[], community: Community): Person | null => {
  const found = people.filter((person) => person.name === name && isWithin(community, person.building, village));
  return found.length === 1 ? (found[0] ?? null) : null;
};

const withPeople = (
  { household, members, person, cardSaid }: HouseholdDraft,
  before: Household | undefined,
  people: readonly Person[],
  community: Community,
): Household => {
  const { village, head, card } = household;
  const named =
    person === null ? livingThere(head, village, people, community) : people.find(({ id }) => id === person);
  const found = members.flatMap((name) => livingThere(name, village, people, community)?.id ?? []);
  const headPerson = named?.id ?? (before?.head === head ? before.headPerson : null);
  return {
    ...household,
    headPerson,
    members: found.length > 0 ? found : (before?.members ?? []),
    card: cardSaid ? card : headPerson === null ? 'paper' : 'chat',
    honourName: before?.honourName ?? null,
  };
};

/** A household of the store is written only when something of it changes. */
const isSame = (one: Household, other: Household | undefined): boolean =>
  other !== undefined &&
  (Object.keys(one) as (keyof Household)[]).every(
    (field) => JSON.stringify(one[field]) === JSON.stringify(other[field]),
  );

const saveBatch = async (
  { households, community, onlyCheck, onFault }: ImportNeeds,
  drafts: readonly HouseholdDraft[],
): Promise<Omit<ImportReport, 'rows' | 'villages'>> => {
  const stored = await households.byIds(drafts.map(({ household }) => household.id));
  const before = new Map(stored.map((each) => [each.id, each]));
  const named = drafts.flatMap(({ household, members, person }) => [
    household.head,
    ...members,
    ...(person ? [person] : []),
  ]);
  const people = await households.peopleNamed([...new Set(named)]);
  const strangers = drafts.filter(({ person }) => person !== null && !people.some(({ id }) => id === person));
  for (const { row, person } of strangers) onFault(row, { kind: 'person', said: person ?? '' });
  const good = drafts
    .filter((draft) => !strangers.includes(draft))
    .map((draft) => withPeople(draft, before.get(draft.household.id), people, community));
  const fresh = good.filter((each) => !isSame(each, before.get(each.id)));
  if (!onlyCheck) await households.save(fresh);
  const added = fresh.filter(({ id }) => !before.has(id)).length;
  return {
    ...{ added, changed: fresh.length - added, same: good.length - fresh.length },
    ...{ bad: strangers.length, known: good.filter(({ headPerson }) => headPerson !== null).length },
  };
};

/**
 * Households of a table, the good rows of it in batches; each bad row is named. The same file again changes nothing, and
 * who is in no file stays: a household is never removed by a list that was cut off.
 */
export const importHouseholds = async (rows: AsyncIterable<TableRow>, needs: ImportNeeds): Promise<ImportOutcome> => {
  let columns: ColumnsFound | null = null;
  const heads: (readonly string[])[] = [];
  let drafts: HouseholdDraft[] = [];
  const firstRows = new Map<string, number>();
  const villages = new Set<string>();
  const sum = { rows: 0, added: 0, changed: 0, same: 0, bad: 0, known: 0 };
  const flush = async (): Promise<void> => {
    if (drafts.length === 0) return;
    const done = await saveBatch(needs, drafts);
    drafts = [];
    for (const key of ['added', 'changed', 'same', 'bad', 'known'] as const) sum[key] += done[key];
  };
  for await (const row of rows) {
    if (isEmptyRow(row)) continue;
    if (columns === null) {
      const read = columnsOf(row.cells);
      if (read.missing.length === 0) columns = read.found;
      else if (heads.push(row.cells) === headRows) break;
      continue;
    }
    sum.rows += 1;
    const read = readHouseholdRow(row, columns, needs.community);
    const faults = 'faults' in read ? read.faults : twice(read, firstRows);
    if ('faults' in read || faults.length > 0) {
      sum.bad += 1;
      faults.forEach((fault) => needs.onFault(row.row, fault));
      continue;
    }
    firstRows.set(read.household.id, row.row);
    villages.add(read.household.village);
    if (drafts.push(read) === batchRows) await flush();
  }
  if (columns === null) return noHead(heads);
  await flush();
  return { ok: true, report: { ...sum, villages: [...villages].sort() } };
};

/** What the row that comes nearest to the names of the columns lacks. */
const noHead = (heads: readonly (readonly string[])[]): ImportOutcome => {
  const [best = []] = [...heads].sort((one, other) => columnsOf(other).found.size - columnsOf(one).found.size);
  return { ok: false, missing: columnsOf(best).missing, heads: best };
};

const twice = ({ household }: HouseholdDraft, firstRows: ReadonlyMap<string, number>): readonly RowFault[] => {
  const firstRow = firstRows.get(household.id);
  return firstRow === undefined ? [] : [{ kind: 'twice', number: household.number, firstRow }];
};
