import type { PersonId } from '../../domain/ids';
import type { Pack } from '../packs/pack';
import type { ReadBeside } from '../packs/read-beside';
import type { Clock } from '../ports';
import type { PackVersions } from '../ports-of-setup';
import { judgeText, type Setup } from './judge-text';

export interface SetupPorts {
  readonly packVersions: PackVersions;
  readonly clock: Clock;
  /** Stores what a pack says, as the start of the program does. */
  readonly usePack: (pack: Pack) => Promise<unknown>;
  /** Has open matters follow, as far as there is time. */
  readonly recompute: () => Promise<unknown>;
  readonly readBeside: ReadBeside;
}

export interface CurrentSetup extends Setup {
  readonly number: number;
}

/** How the community is set up now. */
export const currentSetup = async ({ packVersions, readBeside }: SetupPorts): Promise<CurrentSetup> => {
  const latest = await packVersions.latest();
  if (latest === null) throw new Error('The program was started without a pack.');
  const judged = judgeText(latest.text, readBeside);
  if (judged.ok) return { ...judged.value, number: latest.number };
  const ofFile = await packVersions.latestOfFile();
  const file = ofFile === null ? null : judgeText(ofFile.text, readBeside);
  if (!file?.ok) throw new Error('No set-up that is kept can be read.');
  return { ...file.value, number: latest.number };
};

export interface SaveSetup {
  readonly setup: Setup;
  /** The version that was changed. */
  readonly base: number;
  readonly by: PersonId;
  readonly parts: readonly string[];
  readonly restores: number | null;
}

/**
 * A new version, and everything follows it. Null: somebody changed the set-up meanwhile. A program that ends between the
 * two steps does the second one when it starts again.
 */
export const saveSetup = async (ports: SetupPorts, wanted: SaveSetup): Promise<number | null> => {
  const { setup, base, ...said } = wanted;
  const version = { ...said, number: base + 1, at: ports.clock.now().toISOString(), text: setup.text };
  if (!(await ports.packVersions.add(version))) return null;
  await ports.usePack(setup.pack);
  await ports.recompute();
  return version.number;
};
