import type { TableRow } from '../../domain/rounds/household-row';

/** A list is separated by what stands most often in its first line. */
const separatorOf = (text: string): string => {
  const line = text.slice(0, text.search(/[\r\n]|$/u));
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.mark ?? ',';
};

/** A cell that begins like a formula is one as soon as the file is opened in a spreadsheet. */
const isFormula = (cell: string): boolean => /^[=@]/u.test(cell.trim());

const rowOf = (row: number, cells: readonly string[]): TableRow => ({
  row,
  cells,
  odd: cells.flatMap((text, cell) => (isFormula(text) ? [{ cell, what: 'formula' as const }] : [])),
});

/** Whole rows of what has come so far; a quoted cell may hold separators, quotes and line ends. */
class RowSplitter {
  private cells: string[] = [];
  private cell = '';
  private quoted = false;
  /** A quote that ends the cell, unless another one follows. */
  private quoteSeen = false;

  constructor(private readonly separator: string) {}

  *feed(text: string): Generator<readonly string[]> {
    for (const char of text) {
      if (this.quoted && this.inQuotes(char)) continue;
      if (char === '"' && this.cell === '') this.quoted = true;
      else if (char === this.separator) this.endCell();
      else if (char === '\n') yield this.endRow();
      else if (char !== '\r') this.cell += char;
    }
  }

  *end(): Generator<readonly string[]> {
    if (this.cell !== '' || this.cells.length > 0) yield this.endRow();
  }

  /** Whether the character is still of the quoted cell. */
  private inQuotes(char: string): boolean {
    if (this.quoteSeen) {
      this.quoteSeen = false;
      if (char !== '"') {
        this.quoted = false;
        return false;
      }
      this.cell += char;
    } else if (char === '"') this.quoteSeen = true;
    else this.cell += char;
    return true;
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
  }

  private endRow(): readonly string[] {
    this.endCell();
    const { cells } = this;
    this.cells = [];
    return cells;
  }
}

/** The rows of a CSV text as it comes, one at a time: a file of any length takes no more memory than its longest row. */
export async function* readCsv(pieces: AsyncIterable<string>): AsyncGenerator<TableRow> {
  let splitter: RowSplitter | null = null;
  let row = 0;
  for await (const piece of pieces) {
    const text: string = splitter === null ? piece.replace(/^\uFEFF/u, '') : piece;
    if (text === '') continue;
    splitter ??= new RowSplitter(separatorOf(text));
    for (const cells of splitter.feed(text)) yield rowOf((row += 1), cells);
  }
  for (const cells of splitter?.end() ?? []) yield rowOf((row += 1), cells);
}
