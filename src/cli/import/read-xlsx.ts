import { readFile } from 'node:fs/promises';
import { read, type CellObject, type DenseWorkSheet, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { OddCell, TableRow } from '../../domain/rounds/household-row';

const isDense = (sheet: WorkSheet): sheet is DenseWorkSheet => Array.isArray(sheet['!data']);

/** "3-2" that a spreadsheet took for the second of March is no house number any more. */
const isDate = ({ t, z }: CellObject): boolean => {
  const format = typeof z === 'string' ? z.replace(/"[^"]*"|\[[^\]]*\]/gu, '') : '';
  return t === 'd' || (t === 'n' && /[ymd]/iu.test(format));
};

const oddness = (cell: CellObject): OddCell | null =>
  cell.f !== undefined || cell.F !== undefined ? 'formula' : isDate(cell) ? 'date' : null;

const textOf = (cell: CellObject | undefined): string =>
  cell?.v === undefined || cell.t === 'e' ? '' : String(cell.w ?? cell.v);

/** Columns of each row that lie in a merged range of rows. A title over several columns of one row is none. */
const mergedOf = (sheet: WorkSheet): ReadonlyMap<number, readonly number[]> => {
  const merged = new Map<number, number[]>();
  for (const { s, e } of sheet['!merges'] ?? []) {
    if (s.r === e.r && s.r < 3) continue;
    for (let row = s.r; row <= e.r; row += 1)
      for (let cell = s.c; cell <= e.c; cell += 1) merged.set(row, [...(merged.get(row) ?? []), cell]);
  }
  return merged;
};

const opened = (bytes: Buffer, file: string): WorkBook => {
  try {
    return read(bytes, { dense: true, cellNF: true, cellHTML: false, sheets: 0 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} 不是能读的表格，请另存为 CSV · is no readable workbook: save it as CSV. (${why})`, {
      cause: error,
    });
  }
};

/** The rows of the first sheet. A workbook is a packed whole and is opened as one; CSV has no such limit. */
export async function* readXlsx(file: string): AsyncGenerator<TableRow> {
  const book = opened(await readFile(file), file);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet || !isDense(sheet)) return;
  const merged = mergedOf(sheet);
  for (const [index, cells = []] of sheet['!data'].entries()) {
    const oddOnes = cells.flatMap((cell, at) => {
      const what = oddness(cell);
      return what === null ? [] : [{ cell: at, what }];
    });
    const inMerge = (merged.get(index) ?? []).map((cell) => ({ cell, what: 'merged' as const }));
    yield { row: index + 1, cells: Array.from(cells, textOf), odd: [...inMerge, ...oddOnes] };
  }
}
