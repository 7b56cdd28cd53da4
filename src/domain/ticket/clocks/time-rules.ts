import { papersSteps } from '../applying/papers-steps';
import { alarmSteps } from '../alarming/alarm-steps';
import { progressSteps } from '../alarming/progress-steps';
import { callBackSteps } from '../calling-back/call-back-steps';
import { revisitSteps } from '../calling-back/revisit-steps';
import { dispatchSteps } from '../dispatching/dispatch-steps';
import { doubtSteps } from '../reporting/doubt-steps';
import { policeSteps, whereSteps } from '../seeking/seeking-steps';
import { searchSteps } from '../searching/search-steps';
import { standInSteps } from '../standing-in/stand-in-steps';
import { pauseSteps } from '../working/pause-steps';
import { stageSteps } from './stage-steps';
import { reviewSteps } from '../reviewing/review-steps';
import { superviseSteps } from '../reviewing/supervise-steps';
import { suggestionSteps } from '../suggesting/suggestion-steps';
import { partStandInSteps } from '../joining/part-stand-in-steps';
import { partSteps } from '../joining/part-steps';
import { meetingSteps } from '../convening/meeting-steps';
import { visitSteps } from '../ways/visit-steps';
import type { TimeRule } from './time-step';

/** Everything that time does to a ticket: one rule a line. */
export const timeRules: readonly TimeRule[] = [
  doubtSteps,
  dispatchSteps,
  alarmSteps,
  progressSteps,
  policeSteps,
  whereSteps,
  searchSteps,
  standInSteps,
  stageSteps,
  pauseSteps,
  reviewSteps,
  superviseSteps,
  suggestionSteps,
  visitSteps,
  meetingSteps,
  papersSteps,
  partSteps,
  partStandInSteps,
  callBackSteps,
  revisitSteps,
];
