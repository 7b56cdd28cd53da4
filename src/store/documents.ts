import { z } from 'zod';
import { chatPurposes, roles, spokenLanguages, type Community } from '../domain/community/community';
import type { GuardValue, MatterEvent, MatterKind } from '../domain/decision';
import { isAccountId, type AccountId, type AccountKind } from '../domain/points/account';
import type { PostingReason } from '../domain/points/posting';

/** What the pack says of the community itself; officers, groups and changes of duty stand in documents of their own. */
export type CommunityBase = Omit<Community, 'officers' | 'groups' | 'dutyChanges'>;

/** Documents as stored; each is parsed on its way in and out. */
export const owned = { _id: z.string().min(1), communityId: z.string().min(1) };

export const hasStrings =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'string');

const kind = z.custom<MatterKind>((value) => typeof value === 'string', 'a kind of matter');
const account = z.custom<AccountId>(isAccountId, 'an account');
const event = z.custom<MatterEvent>(hasStrings('kind', 'at'), 'an event');
export const MatterRefDocument = z.object({ kind, id: z.string(), number: z.int().nullable() });

/** What a message or a tick led to: the first matter that it changed, and the version that it made of it. */
export const CauseDocument = z.object({
  ...owned,
  at: z.date(),
  matter: z.string().nullable().default(null),
  version: z.int().nullable().default(null),
});
export type CauseDocument = z.infer<typeof CauseDocument>;

export const MatterDocument = z.object({
  ...owned,
  id: z.string(),
  kind,
  number: z.int().nullable(),
  version: z.int().positive(),
  state: z.unknown(),
  dueAt: z.date().nullable(),
  /** Stays until staff have been told; a later change of the matter does not touch it. */
  lateSince: z.date().optional(),
  open: z.boolean(),
  people: z.array(z.string()),
  owner: z.string().nullable(),
  category: z.string().nullable(),
  area: z.string().nullable(),
});
export type MatterDocument = z.infer<typeof MatterDocument>;

export const EventDocument = z.object({
  ...owned,
  matter: z.string(),
  version: z.int().positive(),
  index: z.int().nonnegative(),
  event,
});
export type EventDocument = z.infer<typeof EventDocument>;

export const WordsDocument = z.object({
  ...owned,
  id: z.string(),
  matter: z.string(),
  by: z.string(),
  /** Sealed, as it left the cipher, when `sealed`. */
  text: z.string(),
  at: z.string(),
  sealed: z.literal(true).optional(),
  /** What they are found by; sealed words are not found. */
  terms: z.array(z.string()).optional(),
});
export type WordsDocument = z.infer<typeof WordsDocument>;

const MediaSource = z.object({
  platform: z.string(),
  ref: z.string(),
  kind: z.enum(['photo', 'document', 'voice']),
  mime: z.string().nullable(),
  bytes: z.number().nullable(),
});

export const PhotoDocument = z.object({
  ...owned,
  id: z.string(),
  matter: z.string(),
  by: z.string(),
  source: MediaSource,
  at: z.string(),
  state: z.enum(['wanted', 'kept', 'refused', 'given-up']),
  place: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  /** By the camera's clock. */
  taken: z.object({ local: z.string(), offset: z.string().nullable() }).nullable().default(null),
  hash: z.string().nullable().default(null),
  digest: z.string().nullable().default(null),
  full: z.string().nullable(),
  preview: z.string().nullable(),
  /** A copy for strangers, and what staff said of showing it. */
  public: z.string().nullable().default(null),
  look: z.object({ by: z.string(), at: z.string(), shown: z.boolean() }).nullable().default(null),
  tries: z.int().nonnegative(),
  notBefore: z.date(),
  why: z.string().nullable(),
});
export type PhotoDocument = z.infer<typeof PhotoDocument>;

export const PostingDocument = z.object({
  ...owned,
  cause: z.string(),
  at: z.string(),
  reason: z.custom<PostingReason>((value) => typeof value === 'string', 'a reason'),
  entries: z.array(z.object({ account, points: z.int() })),
  number: z.int().nullable().default(null),
  honours: z.string().nullable().default(null),
});
export type PostingDocument = z.infer<typeof PostingDocument>;

export const BalanceDocument = z.object({ ...owned, account, points: z.int().nonnegative() });
export type BalanceDocument = z.infer<typeof BalanceDocument>;

/** What an account earned in a month, for the list of honours; less what was taken back. */
export const EarnedDocument = z.object({
  ...owned,
  account,
  kind: z.custom<AccountKind>((value) => typeof value === 'string', 'a kind of account'),
  month: z.string(),
  points: z.int(),
});
export type EarnedDocument = z.infer<typeof EarnedDocument>;

export const GuardDocument = z.object({
  ...owned,
  version: z.int().positive(),
  value: z.custom<GuardValue>((value) => typeof value === 'object' && value !== null).nullable(),
  /** Only the mark of a fact that was absent and stays so: MongoDB removes it later. */
  expireAt: z.date().nullable(),
});
export type GuardDocument = z.infer<typeof GuardDocument>;

const Grant = z.object({ role: z.enum(roles), area: z.string() });

export const PersonDocument = z.object({
  ...owned,
  id: z.string(),
  name: z.string(),
  /** From the pack: replaced at each load. */
  packRoles: z.array(Grant),
  /** Said since: kept. */
  grantedRoles: z.array(Grant),
  officer: z.boolean(),
  building: z.string().nullable(),
  language: z.enum(['zh', 'en']),
  /** As they said themselves. */
  speaks: z.enum(spokenLanguages).nullable().default(null),
  guest: z.boolean(),
  /** Wishes to be asked in private when somebody is looked for. */
  searches: z.boolean().default(false),
  /** Said not to be, so that a shift does not change it. */
  searchesNot: z.boolean().default(false),
  /** A rider's. */
  station: z.string().nullable().default(null),
  shiftUntil: z.date().nullable().default(null),
  /** The name that they chose for the honours. */
  honourName: z.string().nullable().default(null),
  /** They wished to be forgotten: whoever comes with an account of theirs is somebody new. */
  erasedAt: z.date().nullable().default(null),
  /** Not heard, but for danger. */
  ban: z.object({ by: z.string(), at: z.string(), why: z.string().nullable() }).nullable().default(null),
  /** Found to be somebody else with a new account. */
  mergedInto: z.string().nullable().default(null),
});
export type PersonDocument = z.infer<typeof PersonDocument>;

export const IdentityDocument = z.object({
  ...owned,
  platform: z.string(),
  nativeId: z.string(),
  person: z.string(),
  /** What a pack said is taken back when it no longer says it. */
  fromPack: z.boolean(),
});
export type IdentityDocument = z.infer<typeof IdentityDocument>;

export const ChatDocument = z.object({
  ...owned,
  id: z.string(),
  platform: z.string(),
  account: z.string(),
  nativeId: z.string(),
  /** Every id the platform ever gave it: a late update under an old one still finds it. */
  nativeIds: z.array(z.string()),
  kind: z.enum(['group', 'private']),
  title: z.string(),
  purpose: z.enum(chatPurposes).nullable(),
  area: z.string().nullable(),
  person: z.string().nullable(),
  state: z.enum(['active', 'gone']),
  lastUsedAt: z.date(),
  fromPack: z.boolean(),
  /** The list of commands shown there, by its fingerprint; null: what everybody sees. */
  menu: z.string().nullable().default(null),
  /** Whoever was here was erased: where a list of commands is still to be taken away. */
  leftMenu: z.object({ platform: z.string(), nativeId: z.string() }).nullable().default(null),
});
export type ChatDocument = z.infer<typeof ChatDocument>;

export const OnceDocument = z.object({ ...owned, at: z.date() });
export type OnceDocument = z.infer<typeof OnceDocument>;

export const CommunityDocument = z.object({
  ...owned,
  /** Grows with everything the snapshot is made of. */
  version: z.int().positive(),
  /** Of the pack it comes from. */
  fingerprint: z.string(),
  base: z.custom<CommunityBase>(hasStrings('id', 'name'), 'a community'),
  /** The version to which open matters were brought, and how far the next one has come. */
  recomputed: z.int().nonnegative().default(0),
  recomputing: z.object({ version: z.int(), after: z.int() }).nullable().default(null),
  /** The pack's words before, until open matters know of the new ones. */
  previous: z.custom<CommunityBase>(hasStrings('id', 'name'), 'a community').nullable().default(null),
});
export type CommunityDocument = z.infer<typeof CommunityDocument>;

export const DutyChangeDocument = z.object({
  ...owned,
  person: z.string(),
  area: z.string(),
  kind: z.enum(['on-duty', 'absent', 'back']),
  from: z.string(),
  to: z.string(),
  substitute: z.string().nullable().default(null),
  /** Null: stored before it was kept; then it was said when it began. */
  at: z.string().nullable().default(null),
  by: z.string().nullable().default(null),
});
export type DutyChangeDocument = z.infer<typeof DutyChangeDocument>;

export const InviteDocument = z.object({
  ...owned,
  role: z.enum([...roles, 'group', 'self']),
  /** Whose new account is bound by it. */
  person: z.string().nullable().default(null),
  area: z.string(),
  purpose: z.enum(chatPurposes).nullable(),
  until: z.string(),
  usedAt: z.string().nullable(),
  /** The message that took it: handed in again, it has it still. */
  usedBy: z.string().nullable().default(null),
});
export type InviteDocument = z.infer<typeof InviteDocument>;
