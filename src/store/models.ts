import { Schema, type Connection, type Model, type mongo } from 'mongoose';
import type { z } from 'zod';
import * as documents from './documents';
import * as house from './house-documents';
import * as openData from './open-data/open-data-documents';
import * as privacy from './privacy/privacy-documents';
import * as people from './people/people-documents';
import * as pages from './pages/pages-documents';
import * as sandbox from './sandbox/sandbox-documents';
import { lookEvents } from '../usecases/ports-of-privacy';
import { HouseholdDocument, MarkDocument } from './books/round-documents';
import { PackVersionDocument } from './packs/pack-version-document';
import { FenceDocument, OutboxDocument } from './delivery/outbox-document';

interface Keyed {
  readonly _id: string;
}
type IndexSpec = readonly [keys: Record<string, 1 | -1>, options?: mongo.CreateIndexesOptions];

/** A collection: through mongoose for reading, through the driver where every millisecond or a pipeline counts. */
interface Table<T extends Keyed> {
  readonly model: Model<T>;
  readonly raw: mongo.Collection<T>;
  readonly indexes: readonly IndexSpec[];
}

/** zod is the single source of shapes; the mongoose schema stays thin. Indexes are made by `migrate`, never on the way. */
const table =
  <D extends z.ZodType<Keyed>>(name: string, _document: D, indexes: readonly IndexSpec[] = []) =>
  (connection: Connection): Table<z.infer<D>> => {
    const schema = new Schema<z.infer<D>>(
      { _id: { type: String, required: true } },
      { strict: false, minimize: false, versionKey: false, autoIndex: false, autoCreate: false, collection: name },
    );
    return {
      model: connection.model<z.infer<D>>(name, schema),
      raw: connection.getClient().db(connection.name).collection<z.infer<D>>(name),
      indexes,
    };
  };

const own = { communityId: 1 } as const;

/** Holds all that the sweep asks for, in its order: what is due is found without reading a matter. */
export const dueIndex = { ...own, dueAt: 1, _id: 1, kind: 1, id: 1, number: 1, version: 1 } as const;

const when = (partialFilterExpression: mongo.Document): mongo.CreateIndexesOptions => ({ partialFilterExpression });
const pending = when({ pending: true });

/** What lists of the board are found by: the newest first, whatever was asked. */
const newest = { 'state.reportedAt': -1, number: -1 } as const;
const tickets = { ...own, kind: 1, open: 1 } as const;

/** The lists that one index alone answers, in their order. */
export const boardHints = {
  newest: { ...tickets, ...newest },
  area: { ...tickets, area: 1, ...newest, category: 1 },
  category: { ...tickets, category: 1, ...newest },
  people: { ...tickets, people: 1, ...newest },
  owner: { ...tickets, owner: 1, ...newest },
} as const;

const boardIndexes: readonly IndexSpec[] = [
  // The map counts by place without reading a ticket: what an index is limited by must stand in it for that.
  [{ ...tickets, area: 1, category: 1 }, when({ kind: 'ticket' })],
  [{ ...own, kind: 1, 'state.reportedAt': 1, area: 1, category: 1 }, when({ kind: 'ticket' })],
  [boardHints.newest, when({ kind: 'ticket' })],
  [boardHints.area, when({ kind: 'ticket' })],
  [boardHints.category, when({ kind: 'ticket' })],
  [boardHints.people, when({ kind: 'ticket' })],
  [boardHints.owner, when({ kind: 'ticket', owner: { $type: 'string' } })],
  [{ ...own, number: -1 }, when({ kind: 'ticket', open: true, 'state.class': 'critical' })],
];

/** Few are: the index holds no others. What was merged follows another matter, and its followers that one. */
export const isFollowed = { 'state.followers.0': { $exists: true } } as const;

const tables = {
  causes: table('causes', documents.CauseDocument),
  matters: table('matters', documents.MatterDocument, [
    [
      { ...own, number: 1 },
      { unique: true, ...when({ number: { $type: 'number' } }) },
    ],
    [dueIndex, when({ dueAt: { $type: 'date' } })],
    [{ ...own, lateSince: 1 }, when({ lateSince: { $type: 'date' } })],
    [{ ...own, people: 1, number: -1 }],
    [{ ...own, owner: 1, number: -1 }, when({ owner: { $type: 'string' } })],
    [{ ...own, 'state.followers': 1, number: -1 }, when(isFollowed)],
    [{ ...own, kind: 1, open: 1, number: -1 }],
    [{ ...own, category: 1, number: -1 }, when({ kind: 'ticket', open: true })],
    ...boardIndexes,
    [{ ...own, 'state.closedAt': 1 }, when({ kind: 'ticket', 'state.closedAt': { $type: 'string' } })],
  ]),
  events: table('events', documents.EventDocument, [
    [{ ...own, matter: 1, version: 1, index: 1 }],
    [{ ...own, 'event.at': -1 }, when({ 'event.kind': { $in: [...lookEvents] } })],
  ]),
  words: table('words', documents.WordsDocument, [
    [{ ...own, matter: 1 }],
    [{ ...own, terms: 1, at: -1, id: -1 }, when({ terms: { $type: 'string' } })],
    [{ ...own, by: 1 }],
    [{ ...own, at: 1 }],
  ]),
  photos: table('photos', documents.PhotoDocument, [
    [{ ...own, notBefore: 1 }, when({ state: 'wanted' })],
    [{ ...own, by: 1 }],
    [{ ...own, at: 1 }, when({ state: 'kept' })],
  ]),
  outbox: table('outbox', OutboxDocument, [
    [{ ...own, chat: 1, createdAt: 1, seq: 1 }, pending],
    [{ ...own, chat: 1, critical: 1 }, when({ pending: true, critical: true })],
    [{ ...own, chat: 1, sentAs: 1 }],
    [{ ...own, 'matter.id': 1, 'say.card': 1, chat: 1 }, when({ 'say.mode': 'send' })],
    [{ ...own, chat: 1, sentAt: 1 }, when({ questionOpen: true })],
    [{ ...own, chat: 1, askedAt: -1 }, when({ askedAt: { $type: 'date' } })],
    [{ ...own, within: 1 }, when({ within: { $type: 'string' } })],
    [{ ...own, 'list.first': 1 }, when({ 'list.first': { $type: 'string' } })],
    [{ ...own, 'matter.id': 1 }, when({ 'say.recallable': true })],
    [{ ...own, 'matter.id': 1, 'say.recalls': 1 }, when({ 'say.recalls': { $type: 'string' } })],
    [{ ...own, doubles: 1 }, when({ doubles: { $gt: 0 } })],
    [{ ...own, withoutPhotos: 1 }, when({ 'withoutPhotos.0': { $exists: true } })],
    [{ ...own, chat: 1 }, when({ unreachable: true })],
    [{ ...own, person: 1 }, when({ unreachable: true })],
    [{ ...own, createdAt: -1 }, when({ state: 'given-up' })],
    // How much of what may be sent a minute was sent.
    [{ ...own, sentAt: -1 }, when({ sentAt: { $type: 'date' } })],
  ]),
  fences: table('outbox_fences', FenceDocument),
  postings: table('postings', documents.PostingDocument, [[{ ...own, 'entries.account': 1, at: -1, _id: -1 }]]),
  balances: table('balances', documents.BalanceDocument),
  earned: table('earned', documents.EarnedDocument, [[{ ...own, month: 1, kind: 1, points: -1, account: 1 }]]),
  guards: table('guards', documents.GuardDocument, [[{ expireAt: 1 }, { expireAfterSeconds: 0 }]]),
  people: table('people', documents.PersonDocument, [
    [{ ...own, name: 1 }],
    [{ ...own, officer: 1 }, when({ officer: true })],
    [{ ...own, searches: 1 }, when({ searches: true })],
    [{ ...own, shiftUntil: 1 }, when({ shiftUntil: { $type: 'date' } })],
  ]),
  identities: table('identities', documents.IdentityDocument, [[{ ...own, person: 1 }]]),
  chats: table('chats', documents.ChatDocument, [
    [{ ...own, platform: 1, nativeIds: 1 }, { unique: true }],
    [{ ...own, person: 1, lastUsedAt: -1 }, when({ person: { $type: 'string' } })],
    [{ ...own, kind: 1, purpose: 1 }, when({ kind: 'group' })],
  ]),
  onces: table('onces', documents.OnceDocument),
  communities: table('communities', documents.CommunityDocument),
  packVersions: table('pack_versions', PackVersionDocument, [[{ ...own, number: -1 }]]),
  dutyChanges: table('duty_changes', documents.DutyChangeDocument, [[{ ...own, from: 1 }]]),
  invites: table('invites', documents.InviteDocument),
  merges: table('merges', people.MergeDocument, [[{ ...own, to: 1, at: -1 }, when({ partedAt: null })]]),
  claims: table('claims', people.ClaimDocument, [
    [{ ...own, person: 1 }],
    [{ ...own, of: 1 }, when({ of: { $type: 'string' } })],
  ]),
  leases: table('leases', house.LeaseDocument),
  incidents: table('incidents', house.IncidentDocument, [[{ ...own, since: 1 }, when({ closedAt: null })]]),
  platformStatuses: table('platform_statuses', house.PlatformStatusDocument, [[{ ...own }]]),
  sweeps: table('sweeps', house.SweepDocument),
  failedJobs: table('failed_jobs', house.FailedJobDocument, [
    [{ ...own, at: -1 }],
    [{ expireAt: 1 }, { expireAfterSeconds: 0 }],
  ]),
  backups: table('backups', house.BackupDocument, [[{ ...own, at: -1 }]]),
  counters: table('counters', house.CounterDocument),
  links: table('links', pages.LinkDocument, [[{ ...own, person: 1 }], [{ expireAt: 1 }, { expireAfterSeconds: 0 }]]),
  savedViews: table('saved_views', pages.SavedViewDocument, [[{ ...own, person: 1, name: 1 }]]),
  sessions: table('sessions', pages.SessionDocument, [
    [{ ...own, person: 1 }],
    [{ expireAt: 1 }, { expireAfterSeconds: 0 }],
  ]),
  computers: table('computers', pages.ComputerDocument, [
    [
      { ...own, code: 1 },
      { unique: true, ...when({ code: { $type: 'string' } }) },
    ],
    [{ expireAt: 1 }, { expireAfterSeconds: 0 }],
  ]),
  migrations: table('migrations', house.MigrationDocument),
  households: table('households', HouseholdDocument, [
    [{ ...own, village: 1, number: 1 }],
    [{ ...own, headPerson: 1 }, when({ headPerson: { $type: 'string' } })],
    [{ ...own, members: 1 }, when({ 'members.0': { $exists: true } })],
  ]),
  erasures: table('erasures', privacy.ErasureDocument, [[{ ...own, dueAt: 1 }]]),
  privacyLog: table('privacy_log', privacy.PrivacyLogDocument, [[{ ...own, at: -1, _id: -1 }]]),
  apiKeys: table('api_keys', openData.ApiKeyDocument, [[{ ...own, name: 1 }]]),
  postedRequests: table('posted_requests', openData.PostedRequestDocument, [
    [{ ...own, token: 1 }],
    [{ ...own, key: 1, number: -1 }, when({ number: { $type: 'number' } })],
  ]),
  marks: table('round_marks', MarkDocument, [
    [{ ...own, round: 1, 'state.phase': 1, household: 1 }],
    [{ ...own, round: 1, 'state.village': 1 }],
    [{ ...own, round: 1, 'state.total': -1, household: 1 }, when({ 'state.plaque': true, 'state.phase': 'posted' })],
    [{ ...own, household: 1, round: -1 }],
  ]),
  sandboxChats: table('sandbox_chats', sandbox.SandboxChatDocument, [[{ ...own, order: 1 }]]),
  sandboxMessages: table('sandbox_messages', sandbox.SandboxMessageDocument, [
    [{ ...own, chat: 1, changed: 1 }],
    [{ ...own, arrivedAt: 1 }, when({ handled: false })],
  ]),
};

export type Tables = { readonly [K in keyof typeof tables]: ReturnType<(typeof tables)[K]> };

export const openTables = (connection: Connection): Tables => ({
  causes: tables.causes(connection),
  matters: tables.matters(connection),
  events: tables.events(connection),
  words: tables.words(connection),
  photos: tables.photos(connection),
  outbox: tables.outbox(connection),
  fences: tables.fences(connection),
  postings: tables.postings(connection),
  balances: tables.balances(connection),
  earned: tables.earned(connection),
  guards: tables.guards(connection),
  people: tables.people(connection),
  identities: tables.identities(connection),
  chats: tables.chats(connection),
  onces: tables.onces(connection),
  communities: tables.communities(connection),
  packVersions: tables.packVersions(connection),
  dutyChanges: tables.dutyChanges(connection),
  invites: tables.invites(connection),
  merges: tables.merges(connection),
  claims: tables.claims(connection),
  leases: tables.leases(connection),
  incidents: tables.incidents(connection),
  platformStatuses: tables.platformStatuses(connection),
  sweeps: tables.sweeps(connection),
  failedJobs: tables.failedJobs(connection),
  backups: tables.backups(connection),
  counters: tables.counters(connection),
  links: tables.links(connection),
  savedViews: tables.savedViews(connection),
  sessions: tables.sessions(connection),
  computers: tables.computers(connection),
  migrations: tables.migrations(connection),
  households: tables.households(connection),
  erasures: tables.erasures(connection),
  privacyLog: tables.privacyLog(connection),
  apiKeys: tables.apiKeys(connection),
  postedRequests: tables.postedRequests(connection),
  marks: tables.marks(connection),
  sandboxChats: tables.sandboxChats(connection),
  sandboxMessages: tables.sandboxMessages(connection),
});
