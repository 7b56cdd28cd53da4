import { randomUUID } from 'node:crypto';
import { html } from 'ghtml';
import type { Activity } from '../../domain/volunteering/activity';
import { expected, undecided } from '../../domain/volunteering/presence';
import type { NamedClaim } from '../../usecases/hearing/volunteering/names-on-list';
import { form } from '../pages/layout';
import type { Html } from '../pages/page-route';
import { countOf, placeOf, titleOf, whenOf, type ActivityView } from './activity-list';
import { activityWords } from './activity-words';

export interface ActivityPageView extends ActivityView {
  readonly csrf: string;
  readonly names: readonly NamedClaim[];
  readonly leader: string;
  /** Whether this person says who came, and cancels. */
  readonly leads: boolean;
}

const actForm = (activity: Activity, act: string, csrf: string, inside: Html): Html =>
  form(
    csrf,
    `/board/activities/${activity.number}/act`,
    html`<input type="hidden" name="act" value="${act}" /><input
        type="hidden"
        name="key"
        value="${randomUUID()}"
      />!${inside}`,
  );

const isBegun = ({ plan, phase }: Activity, now: string): boolean =>
  plan.from !== null && plan.from <= now && (phase === 'open' || phase === 'over');

/** Buttons of those who lead, for whom nothing is booked yet. */
const presenceForms = (activity: Activity, { claim, name }: NamedClaim, view: ActivityPageView): Html => {
  const own = activityWords[view.language];
  const waits = expected(activity).some(({ id, award }) => id === claim.id && award === null);
  if (!view.leads || !waits || !isBegun(activity, view.now)) return '';
  const of = html`<input type="hidden" name="claim" value="${claim.id}" />`;
  const button = (act: 'came' | 'absent'): Html =>
    actForm(activity, act, view.csrf, html`!${of}<button aria-label="${name} ${own[act]}">${own[act]}</button>`);
  // Said once that nobody came: only the other answer is left to be given.
  return html`<div class="acts">!${button('came')}!${claim.came?.yes === false ? '' : button('absent')}</div>`;
};

const claimRow = (activity: Activity, named: NamedClaim, view: ActivityPageView): Html => {
  const { claim, name } = named;
  const own = activityWords[view.language];
  const came = claim.came === null ? own.unknown : claim.came.yes ? own.came : own.absent;
  return html`<tr>
    <th scope="row">
      ${name} <span class="soft">${claim.guest === null ? '' : own.guestOf} ${own.camePeople(claim.people)}</span>
    </th>
    <td>${own.parts[claim.phase]}${claim.role === null ? '' : ` · ${claim.role}`}</td>
    <td>${claim.guest === null ? came : ''}</td>
    <td>${claim.award ? own.minutes(claim.award.minutes) : ''}</td>
    <td class="number">${claim.award ? `+${claim.award.points}` : ''}</td>
    <td>!${presenceForms(activity, named, view)}</td>
  </tr>`;
};

const signedUp = (activity: Activity, view: ActivityPageView): Html => {
  const own = activityWords[view.language];
  const waits = view.leads && isBegun(activity, view.now) && undecided(activity).length > 1;
  if (view.names.length === 0) return html`<p>${own.nobody}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${own.signed}">
      <table>
        <thead>
          <tr>
            !${own.people.map((column) => (column === '' ? '<td></td>' : html`<th scope="col">${column}</th>`))}
          </tr>
        </thead>
        <tbody>
          !${view.names.map((named) => claimRow(activity, named, view))}
        </tbody>
      </table>
    </div>
    !${waits ? actForm(activity, 'all-came', view.csrf, html`<p><button class="strong">${own.allCame}</button></p>`) : ''}`;
};

const cancelForm = (activity: Activity, view: ActivityPageView): Html => {
  const own = activityWords[view.language];
  if (!view.leads || activity.phase !== 'open' || isBegun(activity, view.now)) return '';
  return html`<details class="act">
    <summary>${own.cancel}</summary>
    !${actForm(
      activity,
      'cancel',
      view.csrf,
      html`<label>${own.why}<input name="words" required maxlength="200" autocomplete="off" /></label
        ><button>${own.send}</button>`,
    )}
  </details>`;
};

/** One activity: what is planned, who said that they come, who came. */
export const activityPage = (activity: Activity, view: ActivityPageView): Html => {
  const own = activityWords[view.language];
  const { plan, phase } = activity;
  return html`<article>
    <h1><span class="number">#${activity.number}</span> ${titleOf(activity, view)}</h1>
    <p class="stands"><span class="mark">${own.phases[phase]}</span></p>
    <dl class="facts">
      <dt>${own.when}</dt>
      <dd>${whenOf(activity, view)}${plan.weekly ? ` · ${own.weekly}` : ''}</dd>
      <dt>${own.where}</dt>
      <dd>${placeOf(activity, view)}</dd>
      <dt>${own.count}</dt>
      <dd>${countOf(activity)}</dd>
      <dt>${own.leader}</dt>
      <dd>${view.leader}</dd>
      <dt>${own.points}</dt>
      <dd>${plan.pointsPerHour}</dd>
    </dl>
    <section>
      <h2>${own.signed}</h2>
      !${signedUp(activity, view)}
    </section>
    !${cancelForm(activity, view)}
  </article>`;
};
