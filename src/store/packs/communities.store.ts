import type { mongo } from 'mongoose';
import { WorkCalendar } from '../../domain/calendar/work-calendar';
import type { Community, DutyChange } from '../../domain/community/community';
import { Policy } from '../../domain/community/policy';
import type { Communities } from '../../usecases/ports';
import { ChatDocument, CommunityDocument, DutyChangeDocument, type CommunityBase } from '../documents';
import type { Tables } from '../models';
import { personOf } from '../people/person-document';
import type { Scope } from '../scope';

export interface CommunitySnapshots extends Communities {
  /** The next `current` looks at the database, however recently it did. */
  forget(): void;
}

/** Everything that the snapshot is made of is written together with this, in one transaction. */
export const raiseVersion = async (
  tables: Pick<Tables, 'communities'>,
  { communityId }: Scope,
  session: mongo.ClientSession,
): Promise<void> => {
  await tables.communities.raw.updateOne({ _id: communityId }, { $inc: { version: 1 } }, { session });
};

type Needs = Pick<Tables, 'communities' | 'people' | 'dutyChanges' | 'chats'>;

const POLL_MS = 2_000;

const dutyChangeOf = (stored: unknown): DutyChange => {
  const { person, area, kind, from, to, substitute, at, by } = DutyChangeDocument.parse(stored);
  return { person, area, kind, from, to, substitute, at: at ?? from, by: by ?? person };
};

/** What an older program stored has no word of what came later: the usual holds. */
export const baseOf = (base: CommunityBase): CommunityBase => {
  const usual = Policy.parse({}).classes;
  const stored: Readonly<Record<string, object>> = base.policy.classes;
  const classes = Object.fromEntries(
    Object.entries(usual).map(([name, figures]) => [name, { ...figures, ...stored[name] }]),
  );
  return {
    ...{ substitutes: [], dialect: [], loops: [], desks: [], shops: [], rewards: [], care: null, rounds: null },
    ...base,
    policy: Policy.parse({ ...base.policy, classes }),
    calendar: WorkCalendar.parse(base.calendar),
  };
};

const readCommunity = async (
  tables: Needs,
  { communityId }: Scope,
  base: CommunityDocument['base'],
): Promise<Community> => {
  const [officers, dutyChanges, groups] = await Promise.all([
    tables.people.model.find({ communityId, officer: true }).sort({ _id: 1 }).lean(),
    tables.dutyChanges.model.find({ communityId }).sort({ from: 1, _id: 1 }).lean(),
    tables.chats.model.find({ communityId, kind: 'group', state: 'active' }).sort({ _id: 1 }).lean(),
  ]);
  return {
    ...baseOf(base),
    officers: officers.map(personOf),
    dutyChanges: dutyChanges
      .map(dutyChangeOf)
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    groups: groups.flatMap((each) => {
      const { id, title, purpose, area } = ChatDocument.parse(each);
      return purpose === null || area === null ? [] : [{ id, title, purpose, area }];
    }),
  };
};

export interface CommunitiesOptions {
  readonly pollMs?: number | undefined;
  /** Somebody, here or in another process, changed what the snapshot is made of. */
  readonly onChange: () => void;
}

/** The same object until its version grows; other processes' changes are seen within `pollMs`. */
export const createCommunities = (
  tables: Needs,
  scope: Scope,
  { pollMs = POLL_MS, onChange }: CommunitiesOptions,
): CommunitySnapshots => {
  let known: { readonly version: number; readonly community: Community } | null = null;
  let freshUntil = 0;
  let looking: Promise<Community> | null = null;

  const look = async (): Promise<Community> => {
    const { communityId } = scope;
    const stored = await tables.communities.model.findOne({ _id: communityId, communityId }).lean();
    if (stored === null)
      throw new Error(`The database holds no community "${communityId}": load its pack (PACK=… npm start) first.`);
    // The version is read before what it stands for: a change in between is at worst read twice.
    const { version, base } = CommunityDocument.parse(stored);
    if (known?.version === version) return known.community;
    const community = await readCommunity(tables, scope, base);
    // A look that was overtaken by a later one must not bring back what it saw.
    if (known !== null && known.version > version) return known.community;
    known = { version, community };
    onChange();
    return community;
  };

  const lookOnce = (): Promise<Community> => {
    const mine = look().then((community) => {
      // Forgotten meanwhile: what was read may be older than the change.
      if (looking === mine) freshUntil = performance.now() + pollMs;
      return community;
    });
    const done = () => {
      if (looking === mine) looking = null;
    };
    looking = mine;
    mine.then(done, done);
    return mine;
  };

  return {
    current: () =>
      known !== null && freshUntil > performance.now() ? Promise.resolve(known.community) : (looking ?? lookOnce()),
    forget: () => {
      freshUntil = 0;
      looking = null;
    },
  };
};
