import type { Logger, Clock } from '../ports';
import type { ReadBeside } from '../packs/read-beside';
import type { PackVersion, PackVersions } from '../ports-of-setup';
import { judgeText, type Setup } from './judge-text';

export interface OpenSetupPorts {
  readonly packVersions: PackVersions;
  readonly clock: Clock;
  readonly log: Logger;
}

const nextOf = (latest: PackVersion | null): number => (latest?.number ?? 0) + 1;

/** Another process that starts may be first; then its words are the same, and stand there already. */
const keepFile = async ({ packVersions, clock }: OpenSetupPorts, text: string): Promise<void> => {
  const latest = await packVersions.latest();
  const version = { number: nextOf(latest), at: clock.now().toISOString(), by: null, parts: [], restores: null, text };
  await packVersions.add(version);
};

/**
 * Who spoke last is heard: a file that changed since it was last read, else what was set up on the board meanwhile. Null:
 * the file holds as it stands.
 */
export const openSetup = async (ports: OpenSetupPorts, text: string, readBeside: ReadBeside): Promise<Setup | null> => {
  const [latest, ofFile] = await Promise.all([ports.packVersions.latest(), ports.packVersions.latestOfFile()]);
  if (ofFile === null || !ports.packVersions.isOf(text, ofFile)) {
    await keepFile(ports, text);
    return null;
  }
  if (latest === null || latest.by === null) return null;
  const judged = judgeText(latest.text, readBeside);
  if (judged.ok) return judged.value;
  // A newer program may know less, or more strictly, what an older one took.
  ports.log.error(
    { version: latest.number, faults: judged.refusal.slice(0, 5).map(({ at, what }) => `${at.join('.')}: ${what}`) },
    'The set-up of the board cannot be read any more; the file holds.',
  );
  return null;
};
