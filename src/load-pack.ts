import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readPack, sayPackError, type Pack } from './usecases/packs/pack';
import type { ReadBeside } from './usecases/packs/read-beside';

/** A pack, with the text it was made of. */
export interface PackOfFile {
  readonly pack: Pack;
  readonly text: string;
  readonly readBeside: ReadBeside;
}

/** Reads the community's file and what it extends. Throws a text that names every mistake with its line. */
export const loadPackFile = async (file: string): Promise<PackOfFile> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`PACK: ${file} can't be read. Name the community's file, such as packs/demo.yaml.`);
  });
  const readBeside: ReadBeside = (name) => {
    const fileName = resolve(dirname(file), name);
    try {
      return { text: readFileSync(fileName, 'utf8'), fileName };
    } catch {
      return null;
    }
  };
  const pack = readPack(text, file, readBeside);
  if (pack.ok) return { pack: pack.value, text, readBeside };
  throw new Error(['The pack has mistakes:', ...pack.refusal.map(sayPackError)].join('\n'));
};

export const loadPack = async (file: string): Promise<Pack> => (await loadPackFile(file)).pack;
