import { CareFile } from '../../../domain/care/care-file';
import type { PersonId } from '../../../domain/ids';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';

/** More than a community's ledger holds. */
const most = 5_000;

/** The files of the ledger, or those of one contact. */
export const careFiles = async (ports: EnginePorts, contact?: PersonId): Promise<readonly Stored<CareFile>[]> => {
  const found = await ports.matters.find({
    ...{ kind: 'care', open: true, limit: most },
    ...(contact === undefined ? {} : { owner: contact }),
  });
  return found.map((each) => ({ ...each, state: CareFile.parse(each.state) }));
};
