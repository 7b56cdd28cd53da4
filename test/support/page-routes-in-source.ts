import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const web = resolve(__dirname, '../../src/web');

/** How a page's route is written: whole, or by a word of its file that fills in the rest. */
const forms: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/method: '(\w+)',\s+path: '([^']+)'/gu, ([, method = '', path = '']) => `${method} ${path}`],
  [/\broute\(\s*'([^']+)'/gu, ([, path = '']) => `GET ${path}`],
  [/\bownAct\(ports, '([^']+)'/gu, ([, path = '']) => `POST ${path}`],
];

const routesIn = (text: string): readonly string[] =>
  forms.flatMap(([pattern, say]) => [...text.matchAll(pattern)].map((found) => say(found)));

/** Every route of the pages as it stands in the source ("GET /board"): a new one is in here at once. */
export const pageRoutesInSource = (): readonly string[] =>
  readdirSync(web, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'open311')
    .flatMap(({ name }) => readdirSync(join(web, name)).map((file) => join(web, name, file)))
    .filter((file) => file.endsWith('-routes.ts'))
    .flatMap((file) => routesIn(readFileSync(file, 'utf8')))
    .sort();
