import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { run } from './say.mjs';

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const isTest = (file) => file.endsWith('.test.ts');

/** Changes when a source is added, removed or written. */
const fingerprint = (root, sources) => {
  const hash = createHash('sha256');
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => join(root, name));
  for (const file of [...sources, ...settings]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const copyAssets = (root, sources) => {
  for (const file of sources.filter((each) => !each.endsWith('.ts'))) {
    const to = join(root, 'dist', relative(join(root, 'src'), file));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(file, to);
  }
};

/** Compiles src into dist when something changed; pages, weights and other files go along. */
export const build = async (root) => {
  const sources = filesUnder(join(root, 'src')).filter((file) => !isTest(file));
  const stamp = join(root, 'dist', '.built-from');
  const now = fingerprint(root, sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  rmSync(join(root, '.cache', 'build.tsbuildinfo'), { force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await run('building (tsc)', process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root });
  copyAssets(root, sources);
  writeFileSync(stamp, now);
};
