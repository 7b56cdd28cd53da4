/** Types, rules, form, layers and dead code; two at a time, the slowest first. Words of a check appear only when it fails. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const AT_ONCE = 2;

const checks = [
  ['rules', 'eslint/bin/eslint.js', '.'],
  ['types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['layers', 'dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'test', 'bench', '--output-type', 'err-long'],
  ['form', 'prettier/bin/prettier.cjs', '--check', '.'],
  ['dead code', 'knip/bin/knip.js', '--no-progress'],
];

const check = ([name, program, ...args]) =>
  new Promise((resolve) => {
    const begun = Date.now();
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root });
    let words = '';
    child.stdout.on('data', (chunk) => (words += chunk));
    child.stderr.on('data', (chunk) => (words += chunk));
    child.once('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(words);
      resolve(code === 0);
    });
  });

const waiting = [...checks];
const results = [];
const work = async () => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await check(next));
};
await Promise.all(Array.from({ length: AT_ONCE }, work));
process.exitCode = results.every(Boolean) ? 0 : 1;
