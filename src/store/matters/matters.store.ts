import type { Matters, Stored } from '../../usecases/ports';
import { asOnePerson, selvesOf, type Aliases } from '../people/as-one-person';
import { guardOf } from './commit-writes';
import { CauseDocument, EventDocument, MatterDocument } from '../documents';
import { dueIndex, isFollowed, type Tables } from '../models';
import type { Scope } from '../scope';

/** What is stored is the fold of the matter's own events, so its kind's state comes back as it went in. */
const storedOf = <State>(document: unknown, aliases: Aliases): Stored<State> => {
  const { kind, id, number, version, state } = MatterDocument.parse(document);
  return { ref: { kind, id, number }, version, state: asOnePerson(state as State, aliases) };
};

/** Kinds whose deadlines hang on calendars, policy and who is there. */
const clocked: MatterDocument['kind'][] = ['ticket', 'topic'];

export const createMatters = (
  tables: Pick<Tables, 'causes' | 'matters' | 'events' | 'guards'>,
  { communityId, key }: Scope,
  /** Guests who were found to be somebody else: all that is stored is read as if they had always been. */
  aliases: () => Promise<Aliases> = () => Promise.resolve(new Map()),
): Matters => {
  const one = async <State>(filter: { _id: string } | { number: number }): Promise<Stored<State> | null> => {
    const found = await tables.matters.raw.findOne({ communityId, ...filter });
    return found === null ? null : storedOf(found, await aliases());
  };

  return {
    handled: async (cause) =>
      (await tables.causes.raw.findOne({ _id: key(cause), communityId }, { projection: { _id: 1 } })) !== null,
    causedBy: async (cause) => {
      const found = await tables.causes.raw.findOne({ _id: key(cause), communityId });
      if (found === null) return null;
      const { matter, version } = CauseDocument.parse(found);
      if (matter === null || version === null) return { matter: null, events: [] };
      const events = await tables.events.raw.find({ communityId, matter, version }).sort({ index: 1 }).toArray();
      const all = await aliases();
      return { matter, events: events.map((each) => asOnePerson(EventDocument.parse(each).event, all)) };
    },
    load: (id) => one({ _id: key(id) }),
    loadMany: async (ids) => {
      const found = await tables.matters.raw.find({ _id: { $in: ids.map((id) => key(id)) }, communityId }).toArray();
      const all = await aliases();
      return found.map((each) => storedOf<unknown>(each, all));
    },
    byNumber: (number) => one({ number }),

    find: async <State>({ kind, person, owner, follower, category, open, limit }: Parameters<Matters['find']>[0]) => {
      const all = await aliases();
      const selves = (id: string) => ({ $in: selvesOf(id, all) });
      const found = await tables.matters.raw
        .find({
          communityId,
          ...(kind !== undefined && { kind }),
          ...(person !== undefined && { people: selves(person) }),
          ...(owner !== undefined && { owner: selves(owner) }),
          ...(follower !== undefined && {
            'state.followers': selves(follower),
            'state.phase': { $ne: 'merged' },
            ...isFollowed,
          }),
          ...(category !== undefined && { category }),
          ...(open !== undefined && { open }),
        })
        .sort({ number: -1, _id: -1 })
        .limit(limit)
        .toArray();
      return found.map((each) => storedOf<State>(each, all));
    },

    events: async (id) => {
      const found = await tables.events.model.find({ communityId, matter: id }).sort({ version: 1, index: 1 }).lean();
      const all = await aliases();
      return found.map((each) => asOnePerson(EventDocument.parse(each).event, all));
    },

    openClocked: async (after, limit) => {
      const found = await tables.matters.raw
        .find({ communityId, kind: { $in: clocked }, open: true, number: { $gt: after } })
        .sort({ number: 1 })
        .limit(limit)
        .toArray();
      const all = await aliases();
      return found.map((each) => ({ ...storedOf<unknown>(each, all), dueAt: each.dueAt?.toISOString() ?? null }));
    },

    reschedule: async (id, version, dueAt) => {
      await tables.matters.raw.updateOne(
        { _id: key(id), communityId, version },
        { $set: { dueAt: dueAt === null ? null : new Date(dueAt) } },
      );
    },

    guards: async (ids) => {
      if (ids.length === 0) return [];
      const found = await tables.guards.raw.find({ communityId, _id: { $in: ids.map((id) => key(id)) } }).toArray();
      const byKey = new Map(found.map((each) => [each._id, each]));
      return ids.map((id) => guardOf(id, byKey.get(key(id))));
    },

    guardsFrom: async (prefix, limit) => {
      const from = key(prefix);
      const found = await tables.guards.raw
        .find({ communityId, _id: { $gte: from, $lt: `${from}\uffff` } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map((each) => guardOf(each._id.slice(key('').length), each));
    },

    late: async () => {
      const found = await tables.matters.raw
        .find({ communityId, lateSince: { $type: 'date' } })
        .sort({ lateSince: 1 })
        .project<Pick<MatterDocument, 'kind' | 'id' | 'number' | 'lateSince'>>({
          kind: 1,
          id: 1,
          number: 1,
          lateSince: 1,
        })
        .toArray();
      return found.flatMap(({ kind, id, number, lateSince }) =>
        lateSince ? [{ ref: { kind, id, number }, since: lateSince.toISOString() }] : [],
      );
    },

    lateTold: async (last) => {
      await tables.matters.raw.updateMany(
        { communityId, lateSince: { $lte: new Date(last) } },
        { $unset: { lateSince: '' } },
      );
    },

    due: async (at, limit) => {
      const found = await tables.matters.raw
        .find({ communityId, dueAt: { $lte: new Date(at) } })
        // Left to itself the server may choose an index that reads every open matter.
        .hint(dueIndex)
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .project<Pick<MatterDocument, 'kind' | 'id' | 'number' | 'version' | 'dueAt'>>({
          _id: 0,
          kind: 1,
          id: 1,
          number: 1,
          version: 1,
          dueAt: 1,
        })
        .toArray();
      return found.flatMap(({ kind, id, number, version, dueAt }) =>
        dueAt === null ? [] : [{ ref: { kind, id, number }, version, dueAt: dueAt.toISOString() }],
      );
    },
  };
};
