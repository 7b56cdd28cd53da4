import type { Connection } from 'mongoose';
import type { Bans } from '../../usecases/ports-of-people';
import { raiseVersion } from '../packs/communities.store';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import { inTransactionAgain } from '../transaction';

export interface BansNeeds {
  readonly connection: Connection;
  readonly tables: Pick<Tables, 'people' | 'communities'>;
  readonly scope: Scope;
  /** People are not what memory knows. */
  readonly onChange: () => void;
}

export const createBans = ({ connection, tables, scope, onChange }: BansNeeds): Bans => ({
  set: async (person, ban) => {
    await inTransactionAgain(connection, async (session) => {
      const filter = { _id: scope.key(person), communityId: scope.communityId };
      await tables.people.raw.updateOne(filter, { $set: { ban } }, { session });
      await raiseVersion(tables, scope, session);
    });
    onChange();
  },
});
