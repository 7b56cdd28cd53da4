import { existsSync } from 'node:fs';
import { onPath } from './find.mjs';
import { run } from './say.mjs';

const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Debian or Ubuntu, and root: only then does setup install packages of the system. */
export const mayInstall = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== undefined;

let updated = false;

export const install = async (...packages) => {
  if (!updated)
    await run('reading the lists of Debian packages (apt-get update)', 'apt-get', ['update', '-qq'], { env });
  updated = true;
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  await run(`installing ${packages.join(', ')} (apt-get)`, 'apt-get', args, { env });
};
