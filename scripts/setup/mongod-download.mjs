import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './say.mjs';

const REACHABLE_MS = 5_000;
const DOWNLOAD_MS = 10 * 60_000;

/** Runs inside its own Node, since it needs installed packages: prints nothing, leaves the path in a file. */
const program = `
  const { MongoBinary } = require('mongodb-memory-server-core/lib/util/MongoBinary');
  MongoBinary.getPath({ downloadDir: process.argv[1] }).then(
    (path) => require('node:fs').writeFileSync(require('node:path').join(process.argv[1], 'path'), path),
    (error) => { console.error(error.message); process.exit(1); },
  );
`;

/** MongoDB's own build for this system, by mongodb-memory-server-core, which knows their addresses. */
export const downloadFromMongoDB = async ({ root, folder }) => {
  await fetch('https://fastdl.mongodb.org/', { method: 'HEAD', signal: AbortSignal.timeout(REACHABLE_MS) }).catch(
    () => {
      throw new Error('fastdl.mongodb.org is not reachable.');
    },
  );
  await run('downloading MongoDB from fastdl.mongodb.org', process.execPath, ['-e', program, folder], {
    cwd: root,
    timeout: DOWNLOAD_MS,
  });
  return readFileSync(join(folder, 'path'), 'utf8');
};
