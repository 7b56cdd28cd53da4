import type { VoiceFile, Voices } from '../../usecases/ports-of-voices';
import { PhotoDocument } from '../documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import type { DecodeSilk } from './decode-silk';
import type { GridFiles } from './grid-files';
import { kindBytes, voiceKindOf } from './voice-kind';

interface VoicesNeeds {
  readonly tables: Pick<Tables, 'photos'>;
  readonly files: Pick<GridFiles, 'read' | 'head'>;
  readonly decodeSilk: DecodeSilk;
  readonly scope: Scope;
}

const asHeard = async (bytes: Buffer, decodeSilk: DecodeSilk): Promise<VoiceFile> => {
  const { type, ending, heard } = voiceKindOf(bytes);
  const wav = heard === 'decoded' ? await decodeSilk(bytes) : null;
  return wav === null
    ? { bytes, type, ending, plays: heard === 'played' }
    : { bytes: wav, type: 'audio/wav', ending: 'wav', plays: true };
};

/**
 * Voices lie among the photos, so that fetching, erasing and forgetting reach them; nothing lists them as photos. They
 * stay as they came: what a browser plays is ten times as large, and made in a moment.
 */
export const createVoices = ({ tables, files, decodeSilk, scope }: VoicesNeeds): Voices => {
  const { communityId, key } = scope;
  const isVoice = { communityId, state: 'kept', 'source.kind': 'voice' } as const;
  return {
    voicesOf: async (matter) => {
      const found = await tables.photos.raw
        .find({ ...isVoice, matter })
        .sort({ at: 1, _id: 1 })
        .toArray();
      return Promise.all(
        found.map(async (each) => {
          const { id, full } = PhotoDocument.parse(each);
          const head = full === null ? null : await files.head(full, kindBytes);
          return { id, plays: head !== null && voiceKindOf(head).heard !== 'elsewhere' };
        }),
      );
    },

    readVoice: async (id) => {
      const found = await tables.photos.raw.findOne({ ...isVoice, _id: key(id) });
      const file = found === null ? null : PhotoDocument.parse(found).full;
      const kept = file === null ? null : await files.read(file);
      return kept && asHeard(kept.bytes, decodeSilk);
    },
  };
};
