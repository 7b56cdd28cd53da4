import { parseDocument } from 'yaml';
import type { Category } from '../../domain/community/category';
import { refused, type Result } from '../../domain/decision';
import type { PackFault } from '../packs/pack-error';
import { catalogueOf, judgePack, type Pack } from '../packs/pack';
import type { ReadBeside } from '../packs/read-beside';
import { PackFile } from '../packs/pack-schema';
import { schemaFaults } from '../packs/read-yaml';

/** How the community is set up: as it is written, as it was meant, and what it makes. */
export interface Setup {
  readonly text: string;
  readonly file: PackFile;
  /** The file that the pack extends, before the pack's own changes. */
  readonly catalogue: readonly Category[];
  readonly pack: Pack;
}

/** The text of a pack read with the same schema as the file; every fault has the path of what it is about. */
export const judgeText = (text: string, readBeside: ReadBeside): Result<Setup, readonly PackFault[]> => {
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken) return refused([{ at: [], what: broken.message, expected: 'YAML' }]);
  const raw: unknown = document.toJS({ maxAliasCount: 100 });
  const read = PackFile.safeParse(raw);
  if (!read.success) return refused(schemaFaults(PackFile, raw, read.error));
  const catalogue = catalogueOf(read.data.extends, readBeside, (fault) => ({ ...fault, file: '', line: 1, column: 1 }));
  if (!catalogue.ok)
    return refused(catalogue.refusal.map(({ what, expected }) => ({ at: ['extends'], what, expected })));
  const { pack, faults } = judgePack(read.data, catalogue.value, readBeside);
  return faults.length > 0
    ? refused(faults)
    : { ok: true, value: { text, file: read.data, catalogue: catalogue.value, pack } };
};
