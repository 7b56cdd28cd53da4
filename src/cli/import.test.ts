import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { startServers, type Servers } from '../../test/support/servers';
import { loadConfig } from '../config';
import { createStore, type Stores } from '../store/store';
import { runImport } from './import';

jest.setTimeout(120_000);

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'linli-import-'));

let servers: Servers;
let store: Stores;
beforeAll(async () => {
  servers = await startServers();
  store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
});
afterAll(async () => {
  await store.close();
  await servers.stop();
});

const fileOf = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const type = async (...args: string[]) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const config = loadConfig({
    ...{ MONGODB_URI: servers.mongoUri, REDIS_URL: servers.redisUrl },
    ...{ SECRET: 's'.repeat(32), FIELD_KEY: Buffer.alloc(32, 1).toString('base64') },
  });
  const code = await runImport({ args, stdin: new PassThrough(), stdout, stderr, config });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
};

const stored = (...ids: string[]) => store.households.byIds(ids);

test('a list is imported; the same list again changes nothing, a changed line changes that household', async () => {
  const lines = ['村,户号,户主,地址,卡', '1号楼,1号院,周大山,"东头, 第一家",微信', '1号楼,二号院,吴小妹,,', ''];
  const file = fileOf('once.csv', lines.join('\n'));
  const first = await type('households', file);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('2 行 rows：新增 added 2，改动 changed 0，没变 same 0，有错 bad 0');
  expect((await type('households', file)).out).toContain('新增 added 0，改动 changed 0，没变 same 2，有错 bad 0');
  writeFileSync(file, lines.join('\n').replace('吴小妹', '吴大姐'));
  expect((await type('households', file)).out).toContain('新增 added 0，改动 changed 1，没变 same 1');
  expect(await stored('building-1.1', 'building-1.2')).toEqual(
    expect.arrayContaining([
      {
        ...{ id: 'building-1.1', village: 'building-1', number: '1', address: '东头, 第一家', head: '周大山' },
        ...{ headPerson: null, members: [], card: 'chat', honourName: null },
      },
      expect.objectContaining({ number: '2', head: '吴大姐', card: 'paper', address: null }),
    ]),
  );
});

test('--check says the same and writes nothing', async () => {
  const file = fileOf('check.csv', '村,户号,户主\n2号楼,7,钱七\n2号楼,七号院,赵八\n');
  const { code, out } = await type('households', '--check', file);
  expect(code).toBe(1);
  expect(out).toContain('第 3 行 row 3：户号 7 和第 2 行重复');
  expect(out).toContain('新增 added 1，改动 changed 0，没变 same 0，有错 bad 1');
  expect(out).toContain('只是检查，什么都没有写');
  expect(await stored('building-2.7')).toEqual([]);
});

test('text as Chinese spreadsheets save it (GBK) reads the same', async () => {
  const gbk =
    'b4e52cbba7bac52cbba7d6f72cbfa80d0ad0a1b9e3b3a12cc8fdbac5d4ba2cd6dcb4f3c9bd2cd6bdbfa80d0ad0a1b9e3b3a12c342ccee2d0a1c3c32ccea2d0c50d0a';
  const { code } = await type('households', fileOf('gbk.csv', Buffer.from(gbk, 'hex')));
  expect(code).toBe(0);
  expect(await stored('square.3', 'square.4')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ head: '周大山', card: 'paper' }),
      expect.objectContaining({ head: '吴小妹', card: 'chat' }),
    ]),
  );
});

test('every bad row is named with what is wrong; the good ones are imported', async () => {
  const rows = [
    ['村', '户号', '户主', '卡', '户主编号'],
    ['8号楼', '1', '好人家', '纸卡', ''],
    ['', '2', '没村', '', ''],
    ['9号楼', '3', '没这村', '', ''],
    ['8号楼', '???', '没号', '', ''],
    ['8号楼', '5', '', '', ''],
    ['8号楼', '6', '怪卡', '会员卡', ''],
    ['8号楼', '01', '又一家', '', ''],
    ['8号楼', '8', '没这人', '', 'nobody-at-all'],
    ['8号楼', '=1+8', '算出来', '', ''],
  ];
  const { code, out } = await type('households', fileOf('bad.csv', rows.map((row) => row.join(',')).join('\r\n')));
  expect(code).toBe(1);
  expect(out).toContain('第 3 行 row 3：“村” (village)没有填');
  expect(out).toContain('第 4 行 row 4：没有“9号楼”这个村');
  expect(out).toContain('第 5 行 row 5：户号“???”看不懂');
  expect(out).toContain('第 6 行 row 6：“户主” (head)没有填');
  expect(out).toContain('第 7 行 row 7：“会员卡”看不懂');
  expect(out).toContain('第 8 行 row 8：户号 1 和第 2 行重复');
  expect(out).toContain('第 9 行 row 9：没有编号“nobody-at-all”的人');
  expect(out).toContain('第 10 行 row 10：“户号” (number)是公式');
  expect(out).toContain('9 行 rows：新增 added 1，改动 changed 0，没变 same 0，有错 bad 8');
});

const workbook = (name: string, sheet: WorkSheet): string =>
  fileOf(name, write({ SheetNames: ['户'], Sheets: { 户: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer);

test('a workbook: a title above is no harm; merged cells, formulas and numbers made into dates are named', async () => {
  const sheet = utils.aoa_to_sheet([
    ['某某村住户名单', '', ''],
    ['村', '户号', '户主'],
    ['7号楼', 1, '邓家'],
    ['7号楼', 2, '合并'],
    ['', 3, '合并'],
    ['7号楼', 4, '公式'],
    ['7号楼', 5, '日期'],
    ['7号楼', '6-2', '对的'],
  ]);
  sheet['!merges'] = [utils.decode_range('A1:C1'), utils.decode_range('A4:A5')];
  sheet['B6'] = { t: 'n', v: 4, f: '2+2' };
  sheet['B7'] = { t: 'n', v: 46084, z: 'm"月"d"日"' };
  const { code, out } = await type('households', workbook('odd.xlsx', sheet));
  expect(code).toBe(1);
  expect(out).toContain('第 4 行 row 4：“村” (village)是合并单元格');
  expect(out).toContain('第 5 行 row 5：“村” (village)是合并单元格');
  expect(out).toContain('第 6 行 row 6：“户号” (number)是公式');
  expect(out).toContain('第 7 行 row 7：“户号” (number)变成了日期');
  expect(out).toContain('6 行 rows：新增 added 2，改动 changed 0，没变 same 0，有错 bad 4');
  expect((await stored('building-7.1', 'building-7.6-2')).length).toBe(2);
});

test.each([
  ['no.csv', '村,姓名\n7号楼,王\n', '户号'],
  ['empty.csv', '', '村、户号、户主'],
])('%s: columns that are missing are named, and nothing is written', async (name, content, missing) => {
  const { code, err } = await type('households', fileOf(name, content));
  expect(code).toBe(2);
  expect(err).toContain(`缺这些列 · columns are missing：${missing}\n`);
});

test('what is no list at all is said so', async () => {
  expect(await type('households', join(folder, 'nowhere.csv'))).toMatchObject({ code: 2, out: '' });
  expect(await type('cars', 'x.csv')).toEqual({
    code: 2,
    out: '',
    err: 'import households [--check] FILE.csv|FILE.xlsx\n',
  });
  await expect(type('households', fileOf('fake.xlsx', 'PK\u0003\u0004 not a workbook'))).rejects.toThrow('另存为 CSV');
});

test('200,000 rows are read in batches', async () => {
  const lines = ['村,户号,户主'];
  for (let row = 0; row < 200_000; row += 1) lines.push(`3号楼,${row % 199_999},户${row}`);
  const { out } = await type('households', '--check', fileOf('long.csv', lines.join('\n')));
  expect(out).toContain('第 200001 行 row 200001：户号 0 和第 2 行重复');
  expect(out).toContain('200000 行 rows：新增 added 199999，改动 changed 0，没变 same 0，有错 bad 1');
});
