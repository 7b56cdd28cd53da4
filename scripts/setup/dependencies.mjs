import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, say } from './say.mjs';

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** npm writes its own record when an installation is complete; it must hold what the lock file asks for. */
const isInstalled = (root) => {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional === true && installed[path] === undefined),
  );
};

const npm = process.env.npm_execpath;

/** `npm ci`, with the tools of development: the build needs the compiler. */
export const installDependencies = async (root) => {
  if (isInstalled(root)) return;
  say('node_modules is missing, or the lock file has changed');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  await run('installing packages (npm ci)', command, [...first, ...args], { cwd: root });
};
