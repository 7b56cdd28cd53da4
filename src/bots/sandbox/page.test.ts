import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, 'page');
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** Keys of one language, with the names that are filled in. */
const words = (language: string): Map<string, string[]> =>
  new Map(
    [...textOf(`words.${language}.js`).matchAll(/^ {2}'?([a-z0-9.-]+)'?:\s+(['"])(.*)\2,$/gimu)].map(
      ([, key = '', , text = '']) => [key, all(text, /\{(\w+)\}/g).sort()],
    ),
  );

test('both languages of the page say the same things, with the same names filled in', () => {
  const [zh, en] = [words('zh'), words('en')];
  expect(zh.size).toBeGreaterThan(150);
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  expect(Object.fromEntries(en)).toEqual(Object.fromEntries(zh));
});

test('everything the page asks for is said in its catalogue', () => {
  const known = words('zh');
  const asked = scripts.flatMap((name) => all(textOf(name), /\bt\('([^']+)'/g));
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});

test('every file that the page names is there', () => {
  const named = [
    ...all(textOf('index.html'), /"\/sandbox\/page\/([^"]+)"/g),
    ...scripts.flatMap((name) => all(textOf(name), /from '\.\/([^']+)'/g)),
    ...all(textOf('composer.js'), /const samples = \[([^\]]+)\]/g).flatMap((list) =>
      all(list, /'(\w+)'/g).map((name) => `photos/${name}.jpg`),
    ),
  ];
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
});

test('what people write never becomes markup: the page makes no HTML from text', () => {
  const making = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function/;
  expect(scripts.filter((name) => making.test(textOf(name)))).toEqual([]);
  expect(textOf('index.html')).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style=/);
});

test('the sample photos are small', () => {
  const sizes = readdirSync(join(folder, 'photos')).map((name) => readFileSync(join(folder, 'photos', name)).length);
  expect(sizes).toHaveLength(6);
  expect(Math.max(...sizes)).toBeLessThan(40 * 1024);
});
