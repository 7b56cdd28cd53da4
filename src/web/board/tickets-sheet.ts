import writeXlsxFile from 'write-excel-file/node';
import type { ShownTicket } from '../../usecases/board/ticket-row';

/** Every cell is a text, so that nothing in it is reckoned, however it begins. */
const cell = (value: string) => ({ value, type: String });

/** The rows of a list as a sheet, with these words above its columns. */
export const ticketsSheet = (columns: readonly string[], rows: readonly ShownTicket[]): Promise<Buffer> => {
  const lines = rows.map((row) =>
    [
      `#${row.number}`,
      ...[row.category, row.place, row.words, row.state, row.owner ?? '', row.reported],
      row.due?.said ?? '',
    ].map(cell),
  );
  return writeXlsxFile([columns.map(cell), ...lines], {}).toBuffer();
};
