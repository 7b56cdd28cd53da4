import { z } from 'zod';
import { DeadlineClass } from './category';
import { chatPurposes } from './roles';
import { ClassPolicy, warnShare } from './class-policy';
import { Retention } from './retention';

/** "HH:MM" in the community's time zone. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30');
export const DayWindow = z.strictObject({ from: ClockTime, to: ClockTime });
export type DayWindow = z.infer<typeof DayWindow>;

export const Level = z.enum(['grid-leader', 'community', 'street']);
export type Level = z.infer<typeof Level>;

/** What the pack decides; each figure has the service desks' usual value as its default. */
export const Policy = z.strictObject({
  classes: z.record(DeadlineClass, ClassPolicy).default({
    critical: {
      dispatchMinutes: 1,
      claimMinutes: 3,
      resolveMinutes: 60,
      reviewMinutes: 480,
      callBackMinutes: 480,
    },
    '2h': {
      dispatchMinutes: 10,
      claimMinutes: 20,
      resolveMinutes: 120,
      reviewMinutes: 480,
      callBackMinutes: 480,
    },
    '24h': {
      dispatchMinutes: 30,
      claimMinutes: 60,
      resolveMinutes: 480,
      reviewMinutes: 240,
      callBackMinutes: 480,
    },
    '7d': {
      dispatchMinutes: 60,
      claimMinutes: 240,
      resolveMinutes: 3360,
      reviewMinutes: 480,
      callBackMinutes: 480,
    },
    '15d': {
      dispatchMinutes: 120,
      claimMinutes: 480,
      resolveMinutes: 7200,
      reviewMinutes: 960,
      callBackMinutes: 480,
    },
  }),
  /** Share of a stage after which its holder is reminded. */
  warnShare: warnShare.default(0.75),
  /** After a breach, each next level has this many working minutes before the level above is told. */
  ladderMinutes: z.int().positive().default(60),
  /** Who is told at a breach, one level after the other. `community`: its directors and the staff on duty. */
  ladder: z.array(Level).default(['grid-leader', 'community', 'street']),
  /** Minutes between the first alarms; the pauses grow from there to half an hour. */
  alarmMinutes: z.tuple([z.int().positive()], z.int().positive()).default([3, 3, 5, 10]),
  /** A danger in doubt is alarmed when nobody denies it within this. */
  doubtMinutes: z.int().positive().default(2),
  /** The street office is alarmed when nobody has taken charge after this. */
  alarmStreetMinutes: z.int().positive().default(15),
  /** Nobody asks how it goes with a danger sooner than this after the last news; the leader on duty is asked. */
  progressMinutes: z.int().positive().default(15),
  /** Somebody found whose family is not reached by then is a matter for 110. */
  unidentifiedMinutes: z.int().positive().default(15),
  /** Who is asked to look for somebody missed, circle by circle; from the second on also in the neighbouring grids. */
  searchCircles: z
    .array(z.array(z.enum(chatPurposes)).min(1))
    .min(1)
    .default([['riders', 'volunteers'], ['staff'], ['residents']]),
  /** Minutes after a call without a find until the family and the leader on duty are asked about the next circle. */
  searchWidenMinutes: z.int().positive().default(20),
  /** Minutes after which a finder is asked again where it is. */
  placeAgainMinutes: z.int().positive().default(3),
  /** Days after which whoever applies is reminded of missing papers, and after which an application without is closed. */
  papersAgainDays: z.array(z.int().positive()).default([3, 7]),
  papersDays: z.int().positive().default(15),
  /** Days after the first call-back question at which it is asked again. */
  callBackAgainDays: z.array(z.int().positive()).default([1, 3]),
  /** After the last question without an answer, hours until the phone task. */
  phoneTaskAfterHours: z.int().positive().default(24),
  /** Categories whose reporters are always rung up when they never answered; danger and what was reopened always is. */
  phoneTaskCategories: z.array(z.string()).default(['elder-care', 'child-care']),
  /**
   * Riders are asked how it came out once a day: what is done after the first question waits for this time of the next
   * day, and comes in one message. Null: each is asked about when it is done.
   */
  riderDigestAt: ClockTime.nullable().default('13:30'),
  /** Share of the other unanswered matters that is drawn for a call; the rest is closed as unanswered. 1: all are rung up. */
  phoneTaskShare: z.number().min(0).max(1).default(0.1),
  /** From this reopening on the level above the owner is asked to see to it. */
  reopeningsToRaise: z.int().positive().default(3),
  /** After "not seen yet", hours until the question comes again. */
  notSeenYetHours: z.int().positive().default(24),
  /** Whose matters jump the queue, and the reasons for which somebody else's may (绿色通道). */
  greenChannel: z
    .strictObject({
      people: z.array(z.string()).default([]),
      reasons: z
        .array(z.string().trim().min(1).max(20))
        .min(1)
        .default(['残疾', '行动不便', '腿脚不便', '高龄', '重病', '孕妇', '独居老人', '现役军人', '困境儿童']),
    })
    .prefault({}),
  /** Who sends a matter to its desk: the pack's rule, or somebody who approves (审批分配). */
  dispatch: z.enum(['by-rule', 'by-person']).default('by-rule'),
  /** How often a matter may be handed on or given back, since it was opened, before the level above rules. */
  mostMoves: z.int().positive().default(2),
  /** Categories whose result a reviewer checks. */
  reviewed: z.array(z.string()).default([]),
  /** Classes whose results are always reviewed. */
  reviewedClasses: z.array(DeadlineClass).default(['15d']),
  /** Hard matters whose results are always reviewed: reopened, or raised a level. */
  reviewHard: z.array(z.enum(['reopened', 'raised'])).default(['reopened', 'raised']),
  /** Whether what was settled on the spot (即办) is reviewed: not at all, when it is a hard matter, or as all others are. */
  reviewAtOnce: z.enum(['never', 'hard', 'as-others']).default('hard'),
  /** Share of the other results that is drawn for a review. */
  reviewShare: z.number().min(0).max(1).default(0),
  /** An answer that a supervisor asks for is due after so many minutes, unless a moment is named. */
  superviseMinutes: z.int().positive().default(120),
  reportPoints: z.int().min(0).max(1000).default(10),
  reportPointsPerDay: z.int().min(0).max(10000).default(50),
  /** For an hour served; time counts in whole steps. */
  hourPoints: z.int().min(0).max(1000).default(10),
  hourStepMinutes: z.int().min(1).max(60).default(30),
  hourPointsPerDay: z.int().min(0).max(10000).default(100),
  /** For a deed that neighbours named and staff approved. */
  deedPoints: z.int().min(0).max(1000).default(20),
  deedPointsPerDay: z.int().min(0).max(10000).default(40),
  /** As many as one neighbour may name in a month; and days in which two people name one another only once. */
  deedsPerMonth: z.int().min(0).max(100).default(5),
  deedPairDays: z.int().min(0).max(366).default(30),
  /**
   * Whether points come out of a budget that the director grants for each month, and what becomes of an award beyond it: it
   * waits for the next grant, or is refused. `none`: there is no budget.
   */
  pointsBudget: z.enum(['none', 'queue', 'refuse']).default('none'),
  /**
   * Points earned in a year lapse when so many further years are over, with a warning a month before: 0, at the end of the
   * year itself. Null: never. Time that is kept never lapses.
   */
  pointsYears: z.int().min(0).max(20).nullable().default(null),
  /** Who sends a place this near to an activity's checks in there. */
  activityCircleMetres: z.int().min(10).max(5000).default(200),
  /** How long a free place is kept for whoever waited for it, in daytime. */
  offerMinutes: z.int().positive().default(120),
  /** Reports of one category at one place within this time are one ticket. */
  duplicateMinutes: z.int().positive().default(120),
  /** Reports of one category near each other within this are perhaps one matter: the reporter is asked. */
  sameMinutes: z.int().positive().default(1440),
  /** A photo is compared with those of the reports of so many days. */
  lookAlikeDays: z.int().positive().default(7),
  /** Parts of a report are stored as they come for this long. */
  gatheringSeconds: z.int().positive().default(60),
  /** How much one person may say to Linli in a minute, and all in one chat; danger is always heard. */
  mostPerMinute: z.int().positive().default(60),
  mostPerMinuteInChat: z.int().positive().default(600),
  quietHours: DayWindow.default({ from: '21:00', to: '07:00' }),
  riderPeaks: z.array(DayWindow).default([
    { from: '10:30', to: '13:30' },
    { from: '16:30', to: '20:00' },
  ]),
  /** Below this share the category is chosen by the administrator who approves. */
  categoryShare: z.number().min(0).max(1).default(0.45),
  retention: Retention.prefault({}),
  /** Pages for everybody; whether search engines may list them. */
  publicPages: z.strictObject({ open: z.boolean().default(true), indexed: z.boolean().default(false) }).prefault({}),
  /** The community's leave to ask an outside model (`LLM_URL`) about people's words. Without it nothing is sent. */
  outsideReaders: z.boolean().default(false),
  /** The same for photos of reports and a model that sees (`VISION_URL`). */
  outsidePhotos: z.boolean().default(false),
});
export type Policy = z.infer<typeof Policy>;
