import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Weights } from '../domain/understanding/model/weights';
import { readWeights } from '../domain/understanding/model/weights';
import type { PlaceWeights } from '../domain/understanding/place/tag-place';
import { readPlaceWeights } from '../domain/understanding/place/tag-place';

/** Beside the sources, where `npm run train` writes them; found from `src/` and from a build in `dist/` alike. */
const committed = path.resolve(__dirname, '../../src/domain/understanding');

const unpacked = (folder: string, name: string): Uint8Array =>
  brotliDecompressSync(readFileSync(path.join(folder, name)));

export const loadWeights = (folder: string = committed): Weights => readWeights(unpacked(folder, 'weights.bin'));

export const loadPlaceWeights = (folder: string = committed): PlaceWeights =>
  readPlaceWeights(unpacked(folder, 'place-weights.bin'));
