import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Config } from '../config';
import { areaById } from '../domain/community/area-tree';
import type { Community } from '../domain/community/community';
import type { TableRow } from '../domain/rounds/household-row';
import { loadPack } from '../load-pack';
import { createStore } from '../store/store';
import { importHouseholds, type ImportOutcome, type ImportReport } from '../usecases/importing/import-households';
import { decodeText } from './import/decode-text';
import { readCsv } from './import/read-csv';
import { readXlsx } from './import/read-xlsx';
import { columnNames, sayFault } from './import/say-fault';
import { servicesOf } from './services';
import type { CommandLine } from './verb';

const usage = 'import households [--check] FILE.csv|FILE.xlsx\n';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A workbook is unpacked in memory to some thirty times its size. */
const mostWorkbookBytes = 24 * 1024 * 1024;

interface Asked {
  readonly file: string;
  readonly onlyCheck: boolean;
}

const askedIn = (args: readonly string[]): Asked | null => {
  try {
    const options = { check: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [what, file, ...more] = positionals;
    return what === 'households' && file !== undefined && more.length === 0 ? { file, onlyCheck: values.check } : null;
  } catch {
    return null;
  }
};

/** The rows of the file, or why they cannot be read. */
const rowsOf = async (file: string): Promise<AsyncIterable<TableRow> | string> => {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return `${file} 打不开 · can't be read.`;
  if (!/\.(?:xlsx|xls|ods)$/iu.test(file)) return readCsv(decodeText(file));
  return size <= mostWorkbookBytes
    ? readXlsx(file)
    : `${file} 太大，请另存为 CSV 再导入 · is too large: save it as CSV and import that.`;
};

const sayReport = (
  { rows, added, changed, same, bad, known, villages }: ImportReport,
  onlyCheck: boolean,
  community: Community,
): string => {
  const names = villages.map((id) => areaById(community, id)?.name ?? id).join('、');
  return [
    `${rows} 行 rows：新增 added ${added}，改动 changed ${changed}，没变 same ${same}，有错 bad ${bad}`,
    `户主对上人的 heads that Linli knows：${known}；其余用纸卡，以后再对 · the others have paper cards`,
    `村 villages：${names || '—'}`,
    onlyCheck
      ? '只是检查，什么都没有写 · only checked, nothing was written'
      : '文件里没有的户照旧 · households not in the file stay',
    '',
  ].join('\n');
};

const sayOutcome = (outcome: ImportOutcome, onlyCheck: boolean, community: Community, line: CommandLine): number => {
  if (outcome.ok) {
    line.stdout.write(sayReport(outcome.report, onlyCheck, community));
    return outcome.report.bad === 0 ? 0 : 1;
  }
  const missing = outcome.missing.map((column) => columnNames[column]).join('、');
  line.stderr.write(
    `缺这些列 · columns are missing：${missing}\n第一行读到的 · the head has：${outcome.heads.join('、') || '—'}\n什么都没有写 · nothing was written\n`,
  );
  return 2;
};

const importFile = async (config: Config, asked: Asked, line: CommandLine): Promise<number> => {
  const rows = await rowsOf(asked.file);
  if (typeof rows === 'string') {
    line.stderr.write(`${rows}\n`);
    return 2;
  }
  const { community: packed } = await loadPack(config.packFile);
  const { mongoUri } = servicesOf(config);
  if (mongoUri === null) {
    line.stderr.write('程序没有在运行，请先 npm start · Linli is not running: npm start first.\n');
    return 1;
  }
  const store = await createStore({ uri: mongoUri, communityId: packed.id, log: silent });
  try {
    const outcome = await importHouseholds(rows, {
      households: store.households,
      community: packed,
      onlyCheck: asked.onlyCheck,
      onFault: (row, fault) => line.stdout.write(`第 ${row} 行 row ${row}：${sayFault(fault)}\n`),
    });
    return sayOutcome(outcome, asked.onlyCheck, packed, line);
  } finally {
    await store.close();
  }
};

/** The verb `import`: the households of a spreadsheet. */
export const runImport = async (line: CommandLine): Promise<number> => {
  const asked = askedIn(line.args);
  if (asked === null) {
    line.stderr.write(usage);
    return 2;
  }
  if (line.config.ok) return importFile(line.config.config, asked, line);
  for (const { variable, problem } of line.config.problems) line.stderr.write(`${variable} ${problem}\n`);
  return 1;
};
