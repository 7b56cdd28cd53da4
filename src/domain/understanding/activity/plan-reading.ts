import type { ChatPurpose } from '../../community/roles';
import type { Moment } from '../../ids';
import type { ActivityRole, Requirement } from '../../volunteering/activity-event';

/** What one message says of a call for volunteers; null, or nothing: it says nothing of that. */
export interface PlanReading {
  readonly title: string | null;
  readonly place: string | null;
  readonly from: Moment | null;
  readonly to: Moment | null;
  readonly needed: number | null;
  readonly roles: readonly ActivityRole[];
  readonly pointsPerHour: number | null;
  readonly requirements: readonly Requirement[];
  readonly weekly: boolean | null;
  readonly purposes: readonly ChatPurpose[];
}
