import { html } from 'ghtml';
import { areaById } from '../../domain/community/area-tree';
import type { Community } from '../../domain/community/community';
import { countComing, type Activity } from '../../domain/volunteering/activity';
import { placesIn } from '../../domain/volunteering/places';
import { sayDay, sayMoment, type Language } from '../../domain/wording/say-moment';
import { clockOf, localTime } from '../../domain/calendar/local-time';
import type { Words } from '../../usecases/ports';
import type { Html } from '../pages/page-route';
import { activityWords } from './activity-words';

export interface ActivityView {
  readonly language: Language;
  readonly now: string;
  readonly community: Community;
  /** Words by id: titles and places as they were said. */
  readonly said: ReadonlyMap<string, string>;
}

/** What people called these activities, and their places. */
export const saidOf = async (
  words: Pick<Words, 'byIds'>,
  activities: readonly Activity[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = activities.flatMap(({ plan }) => [plan.title, plan.place?.words ?? null]);
  const found = await words.byIds([...new Set(ids.flatMap((id) => id ?? []))]);
  return new Map(found.map(({ id, text }) => [id, text]));
};

export const titleOf = ({ plan, number }: Activity, { said }: ActivityView): string =>
  (plan.title === null ? undefined : said.get(plan.title)) ?? `#${number}`;

export const placeOf = ({ plan, area }: Activity, { said, community }: ActivityView): string =>
  (plan.place?.words ? said.get(plan.place.words) : undefined) ??
  areaById(community, plan.place?.area ?? area)?.name ??
  community.name;

export const whenOf = ({ plan }: Activity, { now, language, community }: ActivityView): string => {
  const { timeZone } = community.calendar;
  if (plan.from === null) return '';
  const day = sayDay(plan.from, now, timeZone, language);
  const clock = (at: string): string => clockOf(localTime(at, timeZone).minuteOfDay);
  return plan.to === null
    ? sayMoment(plan.from, now, timeZone, language)
    : `${day} ${clock(plan.from)}–${clock(plan.to)}`;
};

/** How many come of those wanted. */
export const countOf = (activity: Activity): string => `${countComing(activity)} / ${placesIn(activity)}`;

const row = (activity: Activity, view: ActivityView): Html => {
  const { number, phase, claims } = activity;
  const own = activityWords[view.language];
  return html`<tr data-row>
    <td class="number"><a href="/board/activities/${number}">#${number}</a></td>
    <td>${titleOf(activity, view)}</td>
    <td>${whenOf(activity, view)}</td>
    <td>${placeOf(activity, view)}</td>
    <td class="number">${countOf(activity)}</td>
    <td class="number">${claims.filter((claim) => claim.phase === 'waiting').length}</td>
    <td>${own.phases[phase]}</td>
  </tr>`;
};

/** A list of them under its heading. */
export const activityList = (title: string, activities: readonly Activity[], view: ActivityView): Html => {
  const own = activityWords[view.language];
  return html`<section>
    <h2>${title} <span class="count">${activities.length}</span></h2>
    !${
      activities.length === 0
        ? html`<p class="soft">${own.none}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
            <table>
              <thead>
                <tr>
                  !${own.columns.map((column) => html`<th scope="col">${column}</th>`)}
                </tr>
              </thead>
              <tbody>
                !${activities.map((activity) => row(activity, view))}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
};
