import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Served from the package itself, also when the program runs from dist. */
const folder = join(__dirname, '..', '..', '..', 'src', 'web', 'pages', 'files');

/** Every file that a page may ask for. */
const files: Readonly<Record<string, string>> = {
  'pages.css': join(folder, 'pages.css'),
  'statement.css': join(folder, 'statement.css'),
  'public.css': join(folder, 'public.css'),
  'setup.css': join(folder, 'setup.css'),
  'pages.js': join(folder, 'pages.js'),
  'htmx.js': require.resolve('htmx.org/dist/htmx.min.js'),
};

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
};

const read = (name: string, file: string): Asset => {
  const bytes = readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
  return { path: `/files/${hash}/${name}`, type: types[name.split('.').at(-1) ?? ''] ?? 'text/plain', bytes };
};

const assets = new Map(Object.entries(files).map(([name, file]) => [name, read(name, file)]));

/** The address of one of our files: it changes with what is in it, so that a browser need never ask again. */
export const fileAt = (name: string): string => {
  const asset = assets.get(name);
  if (!asset) throw new Error(`No page file is called ${name}: see src/web/pages/assets.ts.`);
  return asset.path;
};

export const assetRoutes = (app: FastifyInstance): void => {
  for (const { path, type, bytes } of assets.values())
    app.get(path, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(bytes),
    );
};
