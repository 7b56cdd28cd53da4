import type { mongo } from 'mongoose';
import type { EventKind } from '../../domain/ticket/ticket-event';
import { Ticket } from '../../domain/ticket/ticket';
import type { OpenTicket, OpenTickets } from '../../usecases/ports-of-open-data';
import type { MatterDocument } from '../documents';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** Who listens is no news of the matter. */
const followingKinds: readonly EventKind[] = ['followed', 'unfollowed'];

/** What the outside asks of tickets; found by the moment of the report, without reading others' matters. */
export const createOpenTickets = (
  { matters, events }: Pick<Tables, 'matters' | 'events'>,
  { communityId }: Scope,
): OpenTickets => {
  const lastEvents = async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const found = await events.raw
      .aggregate<{ _id: string; at: string }>([
        { $match: { communityId, matter: { $in: [...ids] }, 'event.kind': { $nin: [...followingKinds] } } },
        { $group: { _id: '$matter', at: { $max: '$event.at' } } },
      ])
      .toArray();
    return new Map(found.map(({ _id, at }) => [_id, at]));
  };

  const read = async (cursor: mongo.FindCursor<mongo.WithId<MatterDocument>>): Promise<readonly OpenTicket[]> => {
    const tickets = (await cursor.toArray()).map(({ state }) => Ticket.parse(state));
    const changed = await lastEvents(tickets.map(({ id }) => id));
    return tickets.map((ticket) => ({ ticket, changedAt: changed.get(ticket.id) ?? ticket.reportedAt }));
  };

  return {
    find: ({ categories, from, to, open, skip, limit }) =>
      read(
        matters.raw
          .find({
            communityId,
            kind: 'ticket',
            category: { $in: [...categories] },
            'state.reportedAt': { $gte: from, $lte: to },
            'state.class': { $ne: 'critical' },
            'state.phase': { $nin: ['doubted', 'withdrawn'] },
            'state.closedFor': { $ne: 'withdrawn' },
            'state.about': [],
            ...(open !== null && { open }),
          })
          .sort({ 'state.reportedAt': -1, number: -1 })
          .skip(skip)
          .limit(limit),
      ),

    byNumbers: async (numbers) =>
      numbers.length === 0
        ? []
        : read(matters.raw.find({ communityId, kind: 'ticket', number: { $in: [...numbers] } }).sort({ number: -1 })),
  };
};
