import { read, utils } from '@e965/xlsx';
import type { ShownTicket } from '../../usecases/board/ticket-row';
import { ticketsSheet } from './tickets-sheet';

const aRow = (given: Partial<ShownTicket>): ShownTicket => ({
  ...{
    id: 't',
    number: 101,
    critical: false,
    doubted: false,
    green: false,
    category: '电梯',
    place: '6号楼',
    state: '已派单',
  },
  ...{ words: '停了', owner: null, due: null, reported: '11月20日 10:05', photos: 0 },
  ...given,
});

test.each(['=HYPERLINK("http://evil.example")', '+1+1', '-2+3', '@SUM(A1)', "=cmd|' /C calc'!A0"])(
  'a cell that reads %s stays a text, wherever it stands',
  async (evil) => {
    const bytes = await ticketsSheet(['号'], [aRow({ words: evil, place: evil, owner: evil, category: evil })]);
    const book = read(bytes);
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const cells = Object.entries(sheet).filter(([name]) => !name.startsWith('!'));
    for (const [, one] of cells) expect(one).toMatchObject({ t: 's' });
    expect(cells.some(([, one]) => 'f' in Object(one))).toBe(false);
    const [, row = []] = utils.sheet_to_json<readonly string[]>(sheet, { header: 1 });
    expect([row[1], row[2], row[3], row[5]]).toEqual([evil, evil, evil, evil]);
  },
);
