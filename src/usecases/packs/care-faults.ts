import type { PackFault } from './pack-error';
import type { PackFile } from './pack-schema';
import { duplicates } from './usual-faults';

/** A colour stands in the ledger once. */
export const careFaults = ({ care }: PackFile): readonly PackFault[] =>
  duplicates(
    'colour',
    (care?.colours ?? []).map(({ id }, index) => ({ value: id, at: ['care', 'colours', index, 'id'] })),
  );
