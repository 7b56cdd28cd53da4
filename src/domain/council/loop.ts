import { z } from 'zod';
import { chatPurposes, roles } from '../community/roles';
import { ClockTime } from '../community/policy';

const StepId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id in small letters and digits, such as discuss');
const Name = z.string().trim().min(1, 'a name').max(40, 'a name of at most 40 characters');

/** One step that a topic goes through: what it needs to be done, within how many working days, and by whom. */
export const LoopStep = z
  .strictObject({
    id: StepId,
    zh: Name,
    en: Name,
    days: z.int().min(1).max(120),
    needs: z.enum(['words', 'photo', 'date', 'nothing']).default('words'),
    who: z.array(z.enum(roles)).nonempty('at least one role, such as staff').readonly(),
    /** Whoever brought the topic is asked whether it is solved. */
    asksProposer: z.boolean().default(false),
    /** Where it goes back to when they say that it is not; without it, to the step before. */
    backTo: StepId.optional(),
  })
  .readonly();
export type LoopStep = z.infer<typeof LoopStep>;

/** A way that topics go, and the day of the week on which they are talked about. */
export const Loop = z
  .strictObject({
    id: StepId,
    zh: Name,
    en: Name,
    /** 1 (Monday) to 7 (Sunday). */
    weekday: z.int().min(1, 'a weekday, 1 (Monday) to 7 (Sunday)').max(7, 'a weekday, 1 (Monday) to 7 (Sunday)'),
    at: ClockTime,
    /** The groups that get the card the day before. */
    group: z.enum(chatPurposes).default('residents'),
    steps: z.array(LoopStep).nonempty('at least one step').readonly(),
  })
  .readonly();
export type Loop = z.infer<typeof Loop>;
