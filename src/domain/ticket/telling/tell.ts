import { nextMomentOutside } from '../../calendar/quiet';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import type { Community, Role } from '../../community/community';
import type { Say, SpokenSay } from '../../decision';
import type { Moment, PersonId } from '../../ids';
import type { Spoken } from '../../wording/params';
import type { Ticket } from '../ticket';

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

/** Words for each of these people; `step` names the rule, so that each hears it once. */
export const tell = (people: readonly PersonId[], step: string, spoken: Spoken, extras: Extras = {}): readonly Say[] =>
  [...new Set(people)].map((person) => ({
    to: { person },
    key: step,
    urgency: 'ordinary',
    ...extras,
    ...spoken,
  }));

/** An answer to somebody who just spoke; the key carries the moment, since the same answer may be due again. */
export const answerTo = (
  person: PersonId,
  step: string,
  at: Moment,
  spoken: Spoken,
  extras: Extras = {},
): readonly Say[] => tell([person], `${step}.${at}`, spoken, { urgency: 'prompt', ...extras });

/** What somebody hears who did not just speak: the next day, when it is night now, unless it cannot wait. */
export const whenAwake = (
  ticket: Ticket,
  { now, community }: { readonly now: Moment; readonly community: Community },
): { readonly urgency: 'prompt' | 'ordinary'; readonly holdUntil?: Moment } =>
  ticket.class === 'critical' || ticket.class === '2h'
    ? { urgency: 'prompt' }
    : { urgency: ticket.green ? 'prompt' : 'ordinary', ...afterQuietHours(now, community) };

/** The first moment from `at` on at which somebody of this role may be asked: in daytime, riders not at meal peaks. */
export const askableMoment = (at: Moment, role: Role, community: Community): Moment =>
  nextMomentOutside(
    at,
    [community.policy.quietHours, ...(role === 'rider' ? community.policy.riderPeaks : [])],
    community.calendar.timeZone,
  );

/** Those who reported, without those who only said "me too". */
export const reportersOf = (ticket: Ticket): readonly PersonId[] =>
  ticket.reporters.filter((reporter) => reporter.kind === 'reporter').map((reporter) => reporter.person);

/** Who said it first, in whichever of the reports that became one: the points are theirs. */
export const firstReporterOf = (ticket: Ticket): PersonId | undefined =>
  ticket.reporters
    .filter(({ kind }) => kind === 'reporter')
    .reduce<Ticket['reporters'][number] | undefined>(
      (first, reporter) => (first && first.at <= reporter.at ? first : reporter),
      undefined,
    )?.person;

export const meTooOf = (ticket: Ticket): readonly PersonId[] =>
  ticket.reporters.filter((reporter) => reporter.kind === 'me-too').map((reporter) => reporter.person);
