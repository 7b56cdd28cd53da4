import { stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Connection } from 'mongoose';
import type { Config } from '../config';
import { loadPack } from '../load-pack';
import { readBackup } from '../store/backup/backup-lines';
import { eraseAgain, writeErasedList } from '../store/backup/erased-list';
import { makeBackup } from '../store/backup/keep-backup';
import { restoreBackup } from '../store/backup/restore-backup';
import { createBackups } from '../store/backup/backups.store';
import { connectStore } from '../store/connect.store';
import { openTables } from '../store/models';
import { scopeOf } from '../store/scope';
import { failureText } from '../usecases/sending/failure-text';
import { servicesOf } from './services';
import type { CommandLine } from './verb';

const usage = 'backup make [--to FOLDER] [--keep 14] | backup verify FILE | backup restore FILE\n';

const beside =
  '备份和钥匙（secrets.json）在同一个文件夹里：请把备份复制到别的机器，钥匙另存第三处 · The backups lie beside their keys (secrets.json): copy the backups to another machine, and the keys to a third place.\n';
const noErasedList =
  '备份旁边没有 linli-*-erased.json：备份以后删掉的人要再删一次，请让他们再发“忘记我” · There is no linli-*-erased.json beside it: whoever was erased since must ask for it again.\n';
const signInAnew =
  '登录、私人链接、邀请码和电脑没有放回，请重新登录、重新发码；积压的旧消息不再补发 · Sign-ins, private links, codes and computers were not put back, and old messages are not sent again.\n';

type Asked =
  | { readonly what: 'make'; readonly to: string | null; readonly keep: number }
  | { readonly what: 'verify' | 'restore'; readonly file: string };

const askedIn = (args: readonly string[]): Asked | null => {
  try {
    const options = { to: { type: 'string' }, keep: { type: 'string', default: '14' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [what, file, ...more] = positionals;
    const keep = Number(values.keep);
    if (more.length > 0 || !Number.isInteger(keep) || keep < 1) return null;
    if (what === 'make' && file === undefined) return { what, to: values.to ?? null, keep };
    return (what === 'verify' || what === 'restore') && file !== undefined ? { what, file } : null;
  } catch {
    return null;
  }
};

const withDatabase = async (
  config: Config,
  { stderr }: CommandLine,
  work: (connection: Connection) => Promise<number>,
): Promise<number> => {
  const { mongoUri } = servicesOf(config);
  if (mongoUri === null) {
    stderr.write('程序没有在运行，请先 npm start · Linli is not running: npm start first.\n');
    return 1;
  }
  const connection = await connectStore(mongoUri);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
};

const make = (asked: Extract<Asked, { what: 'make' }>, config: Config, line: CommandLine): Promise<number> =>
  withDatabase(config, line, async (connection) => {
    const { community } = await loadPack(config.packFile);
    const folder = resolve(asked.to ?? join(config.dataDir, 'backups'));
    const at = new Date();
    const made = await makeBackup(connection, { folder, community: community.id, at, keep: asked.keep });
    const tables = openTables(connection);
    await writeErasedList(tables, folder, community.id);
    const backups = createBackups(tables, scopeOf(community.id));
    await backups.note({ file: basename(made.file), folder, at, bytes: made.bytes, documents: made.documents });
    await backups.verified(basename(made.file), new Date());
    if (!relative(resolve(config.dataDir), folder).startsWith('..')) line.stdout.write(beside);
    line.stdout.write(`${made.file}\n${made.documents} 条，读过一遍，完整 · documents, read back whole.\n`);
    return 0;
  });

const verify = async (file: string, config: Config, line: CommandLine): Promise<number> => {
  const { documents } = await readBackup(file, () => Promise.resolve());
  line.stdout.write(`完整，${documents} 条 · whole, ${documents} documents.\n`);
  // Who looks at the board is to see it; a file can be looked at without the program, too.
  if (servicesOf(config).mongoUri !== null)
    await withDatabase(config, line, async (connection) => {
      const { community } = await loadPack(config.packFile);
      await createBackups(openTables(connection), scopeOf(community.id)).verified(basename(file), new Date());
      return 0;
    });
  return 0;
};

const restore = (file: string, config: Config, line: CommandLine): Promise<number> =>
  withDatabase(config, line, async (connection) => {
    const done = await restoreBackup(connection, file, new Date());
    if (done === 'not-empty') {
      line.stderr.write(
        '这个数据库里已经有东西，什么都没有做。请用 MONGODB_URI 指到一个空的库 · This database is not empty: nothing was done. Point MONGODB_URI at an empty one.\n',
      );
      return 1;
    }
    const again = await eraseAgain(openTables(connection), resolve(file));
    line.stdout.write(
      again === null ? noErasedList : `${again} 人会再删一次 · ${again} people will be erased again.\n`,
    );
    line.stdout.write(signInAnew);
    line.stdout.write(`放回了 ${done.documents} 条，请 npm start · ${done.documents} documents are back: npm start.\n`);
    return 0;
  });

const run = async (asked: Asked, config: Config, line: CommandLine): Promise<number> => {
  if (asked.what === 'make') return make(asked, config, line);
  await stat(asked.file);
  return asked.what === 'verify' ? verify(asked.file, config, line) : restore(asked.file, config, line);
};

/** The verb `backup`: exit code 1 when it did not come about, with why. */
export const runBackup = async (line: CommandLine): Promise<number> => {
  const asked = askedIn(line.args);
  if (!asked) {
    line.stderr.write(usage);
    return 2;
  }
  if (!line.config.ok) {
    for (const { variable, problem } of line.config.problems) line.stderr.write(`${variable} ${problem}\n`);
    return 1;
  }
  try {
    return await run(asked, line.config.config, line);
  } catch (error) {
    line.stderr.write(`没有做成 · It did not work: ${failureText(error)}\n`);
    return 1;
  }
};
