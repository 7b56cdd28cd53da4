import { z } from 'zod';
import { WorkCalendar } from '../../domain/calendar/work-calendar';
import { Category, CategoryId } from '../../domain/community/category';
import { areaKinds, chatPurposes, deskKinds, roles, spokenLanguages } from '../../domain/community/community';
import { DeadlineClass } from '../../domain/community/category';
import { OwnStages } from '../../domain/community/class-policy';
import { ClockTime, Policy } from '../../domain/community/policy';
import { CarePolicy } from '../../domain/care/care-policy';
import { Loop } from '../../domain/council/loop';
import { Reward, Shop } from '../../domain/rewards/reward';
import { DialectWord } from '../../domain/understanding/standard-words';
import { RoundPolicy } from '../../domain/rounds/round-policy';
import { PackHousehold } from './pack-household';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id in small letters and digits, such as grid-2');
const Name = z.string().trim().min(1, 'a name').max(40, 'a name of at most 40 characters');

const telegramId = 'a Telegram id, such as -1001234567890';
/** Telegram's ids are numbers; written as text they keep every digit. */
const TelegramId = z
  .union([z.int(telegramId), z.string().regex(/^-?\d{1,20}$/, telegramId)], telegramId)
  .transform((id) => String(id));
const WechatId = z.string().min(1, 'a WeChat id');

/** What differs from the calendar of the area around it; the hours of a day and the seasons go together. */
const OwnCalendar = z.strictObject({
  hours: WorkCalendar.shape.hours.unwrap().optional(),
  seasons: WorkCalendar.shape.seasons.unwrap().optional(),
  weekdays: WorkCalendar.shape.weekdays.unwrap().optional(),
  daysOff: WorkCalendar.shape.daysOff.unwrap().optional(),
  workingDays: WorkCalendar.shape.workingDays.unwrap().optional(),
});
export type OwnCalendar = z.infer<typeof OwnCalendar>;

export const PackArea = z.strictObject({
  id: Id,
  kind: z.enum(areaKinds),
  name: Name,
  /** The area around it. */
  in: Id.optional(),
  aliases: z.array(Name).default([]),
  calendar: OwnCalendar.optional(),
  /** Its middle on a map. */
  at: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).optional(),
  /** Its corners on a map, longitude first as GeoJSON has it. */
  outline: z
    .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
    .min(3, 'at least three corners')
    .optional(),
});
export type PackArea = z.infer<typeof PackArea>;

export const PackPerson = z.strictObject({
  id: Id,
  name: Name,
  /** The areas for which each role is held. */
  roles: z.partialRecord(z.enum(roles), z.array(Id).nonempty('at least one area')).default({}),
  building: Id.optional(),
  /** Without a phone that chats: others write for them, and paper cards stand for their words. */
  offline: z.boolean().default(false),
  language: z.enum(['zh', 'en']).default('zh'),
  telegram: TelegramId.optional(),
  wechat: WechatId.optional(),
});
export type PackPerson = z.infer<typeof PackPerson>;

const PackDuty = z.strictObject({
  person: Id,
  area: Id,
  weekdays: z.array(z.int().min(1).max(7)).nonempty('at least one weekday, 1 (Monday) to 7 (Sunday)'),
  from: ClockTime.default('00:00'),
  to: ClockTime.default('00:00'),
});

/** Who stands in whenever the person is away; with days, for an absence planned for them. */
const PackSubstitute = z.strictObject({
  person: Id,
  by: Id,
  from: z.iso.date('a day such as 2026-12-01').optional(),
  to: z.iso.date('a day such as 2026-12-05').optional(),
});

/** A desk beside the areas', such as the property firm's: who is asked when it is to help. */
const PackDesk = z.strictObject({
  id: Id,
  kind: z.enum(deskKinds),
  name: Name,
  aliases: z.array(Name).default([]),
  /** What it answers for; without it the whole community. */
  in: Id.optional(),
  people: z.array(Id).nonempty('at least one person'),
  calendar: OwnCalendar.optional(),
});
export type PackDesk = z.infer<typeof PackDesk>;

const PackGroup = z.strictObject({
  id: Id,
  title: Name,
  purpose: z.enum(chatPurposes),
  area: Id,
  members: z.array(Id).default([]),
  telegram: TelegramId.optional(),
  wechat: WechatId.optional(),
});

/** One more matter, or changes to one of the catalogue: then only what changes is written. */
const PackCategory = Category.partial().extend({
  id: CategoryId,
  card: Category.shape.card.unwrap().optional(),
  desk: Category.shape.desk.unwrap().optional(),
});
export type PackCategory = z.infer<typeof PackCategory>;

/** Single figures of a class may be changed; the others keep their default. */
const PackPolicy = Policy.omit({ classes: true }).extend({
  classes: z.partialRecord(DeadlineClass, OwnStages).default({}),
});

/** Pictures under the map, of a server that those who look at it ask; left out, nobody else is asked. */
const PackTiles = z.strictObject({
  url: z
    .url({ protocol: /^https$/, error: 'an address that begins with https://' })
    .refine(
      (url) => ['{z}', '{x}', '{y}'].every((part) => decodeURI(url).includes(part)),
      'an address with {z}, {x} and {y}',
    ),
  system: z.enum(['WGS-84', 'GCJ-02']).default('WGS-84'),
  credit: z.string().max(80).default(''),
});

/** Which map the pack's coordinates were taken from, and the community's own polygons beside the pack. */
const PackMap = z.strictObject({
  system: z.enum(['WGS-84', 'GCJ-02', 'BD-09']).default('WGS-84'),
  geojson: z.string().min(1, 'a file beside this one, such as my-community.geojson').optional(),
  tiles: PackTiles.optional(),
});

/** A pack as it is written. */
export const PackFile = z.strictObject({
  extends: z.string().min(1, 'a file beside this one, such as categories.yaml').optional(),
  id: Id,
  name: Name,
  /** What is spoken in the groups, and with whoever said nothing else. */
  language: z.enum(spokenLanguages).default('zh'),
  calendar: WorkCalendar.prefault({}),
  policy: PackPolicy.prefault({}),
  map: PackMap.optional(),
  areas: z.array(PackArea).nonempty('at least the community itself'),
  people: z.array(PackPerson).nonempty('at least one member of staff'),
  duty: z.array(PackDuty).default([]),
  substitutes: z.array(PackSubstitute).default([]),
  groups: z.array(PackGroup).default([]),
  categories: z.array(PackCategory).default([]),
  dialect: z.array(DialectWord).default([]),
  desks: z.array(PackDesk).default([]),
  loops: z.array(Loop).default([]),
  shops: z.array(Shop).default([]),
  rewards: z.array(Reward).default([]),
  care: CarePolicy.optional(),
  rounds: RoundPolicy.optional(),
  households: z.array(PackHousehold).default([]),
});
export type PackFile = z.infer<typeof PackFile>;

/** The file that a pack extends. */
export const CatalogueFile = z.array(Category).nonempty('at least one category');
