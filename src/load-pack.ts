import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readPack, sayPackError, type Pack } from './usecases/packs/pack';

/** Reads the community's file and what it extends. Throws a text that names every mistake with its line. */
export const loadPack = async (file: string): Promise<Pack> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`PACK: ${file} can't be read. Name the community's file, such as packs/demo.yaml.`);
  });
  const beside = (name: string): { text: string; fileName: string } | null => {
    const fileName = resolve(dirname(file), name);
    try {
      return { text: readFileSync(fileName, 'utf8'), fileName };
    } catch {
      return null;
    }
  };
  const pack = readPack(text, file, beside);
  if (pack.ok) return pack.value;
  throw new Error(['The pack has mistakes:', ...pack.refusal.map(sayPackError)].join('\n'));
};
