import type { Area, Community } from '../community/community';
import { householdId, householdNumber, type Household } from './household';

/** What a list of households says in its columns; the last four may be left out. */
export const householdColumns = {
  village: ['村', '村庄', '所在村', '村名', 'village'],
  number: ['户号', '门牌', '门牌号', '编号', 'number'],
  head: ['户主', '户主姓名', '姓名', 'head'],
  address: ['地址', '住址', '楼栋', 'address'],
  members: ['成员', '家庭成员', 'members'],
  card: ['卡', '方式', '微信', 'card'],
  person: ['户主编号', 'person'],
} as const;
export type HouseholdColumn = keyof typeof householdColumns;

const needed = ['village', 'number', 'head'] as const satisfies readonly HouseholdColumn[];

/** Which cell of a row each column is. */
export type ColumnsFound = ReadonlyMap<HouseholdColumn, number>;

const bare = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The columns by their heads; those that must be there and are not are named. */
export const columnsOf = (
  heads: readonly string[],
): { readonly found: ColumnsFound; readonly missing: readonly HouseholdColumn[] } => {
  const found = new Map<HouseholdColumn, number>();
  for (const [column, names] of Object.entries(householdColumns) as [HouseholdColumn, readonly string[]][]) {
    const at = heads.findIndex((head) => names.includes(bare(head)));
    if (at >= 0) found.set(column, at);
  }
  return { found, missing: needed.filter((column) => !found.has(column)) };
};

/** A row as a file has it; `odd`: cells that hold no plain text of their own. */
export interface TableRow {
  /** As a spreadsheet counts: the head is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly odd: readonly { readonly cell: number; readonly what: OddCell }[];
}
export type OddCell = 'merged' | 'formula' | 'date';

export type RowFault =
  | { readonly kind: 'missing'; readonly column: HouseholdColumn }
  | { readonly kind: OddCell; readonly column: HouseholdColumn }
  | { readonly kind: 'village'; readonly said: string; readonly known: readonly string[] }
  | { readonly kind: 'number' | 'card' | 'too-long'; readonly column: HouseholdColumn; readonly said: string }
  | { readonly kind: 'twice'; readonly number: string; readonly firstRow: number }
  | { readonly kind: 'person'; readonly said: string };

/** A household as its row says it, before its people were looked for. */
export interface HouseholdDraft {
  readonly row: number;
  readonly household: Household;
  /** Whether the row says how it is told; otherwise that follows from whether its head is known. */
  readonly cardSaid: boolean;
  readonly members: readonly string[];
  /** The id of its head, where the row gives it. */
  readonly person: string | null;
}

const longest = 60;

const chat = ['微信', '有微信', '有', '是', 'chat', 'yes'];
const paper = ['纸卡', '纸', '无微信', '没有微信', '无', '没有', '否', 'paper', 'no'];

const cardOf = (said: string): Household['card'] | null =>
  chat.includes(bare(said)) ? 'chat' : paper.includes(bare(said)) ? 'paper' : null;

/** A part of the community that people live in. */
const villagesOf = ({ areas }: Pick<Community, 'areas'>): readonly Area[] =>
  areas.filter(({ kind }) => kind !== 'street' && kind !== 'community');

const villageNamed = (said: string, community: Pick<Community, 'areas'>): Area | null => {
  const found = villagesOf(community).filter(({ id, name, aliases }) =>
    [id, name, ...aliases].some((each) => bare(each) === bare(said)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
};

const faultsOf = (
  { cells, odd }: TableRow,
  columns: ColumnsFound,
  community: Pick<Community, 'areas'>,
): readonly RowFault[] => {
  const cell = (column: HouseholdColumn): string => cells[columns.get(column) ?? -1]?.trim() ?? '';
  const oddly = [...columns].flatMap(([column, at]): RowFault[] =>
    odd.filter((each) => each.cell === at).map(({ what }) => ({ kind: what, column })),
  );
  if (oddly.length > 0) return oddly;
  const faults: RowFault[] = needed
    .filter((column) => cell(column) === '')
    .map((column) => ({ kind: 'missing', column }));
  for (const column of columns.keys())
    if (cell(column).length > longest) faults.push({ kind: 'too-long', column, said: cell(column).slice(0, longest) });
  if (cell('village') !== '' && villageNamed(cell('village'), community) === null)
    faults.push({ kind: 'village', said: cell('village'), known: villagesOf(community).map(({ name }) => name) });
  if (cell('number') !== '' && householdNumber(cell('number')) === null)
    faults.push({ kind: 'number', column: 'number', said: cell('number') });
  if (cell('card') !== '' && cardOf(cell('card')) === null)
    faults.push({ kind: 'card', column: 'card', said: cell('card') });
  return faults;
};

/** The household that a row describes, or everything that is wrong with the row. */
export const readHouseholdRow = (
  row: TableRow,
  columns: ColumnsFound,
  community: Pick<Community, 'areas'>,
): HouseholdDraft | { readonly faults: readonly RowFault[] } => {
  const cell = (column: HouseholdColumn): string => row.cells[columns.get(column) ?? -1]?.trim() ?? '';
  const faults = faultsOf(row, columns, community);
  const village = villageNamed(cell('village'), community);
  const number = householdNumber(cell('number'));
  if (faults.length > 0 || village === null || number === null) return { faults };
  const card = cardOf(cell('card'));
  return {
    row: row.row,
    household: {
      ...{ id: householdId(village.id, number), village: village.id, number },
      ...{ address: cell('address') || null, head: cell('head'), headPerson: null, members: [] },
      ...{ card: card ?? 'paper', honourName: null },
    },
    cardSaid: card !== null,
    members: cell('members')
      .split(/[、,，;；/\s]+/u)
      .filter((name) => name !== ''),
    person: cell('person') || null,
  };
};

/** Nothing stands in the row: spreadsheets end in hundreds of these. */
export const isEmptyRow = ({ cells, odd }: TableRow): boolean =>
  odd.length === 0 && cells.every((cell) => cell.trim() === '');
