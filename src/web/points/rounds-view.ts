import { html } from 'ghtml';
import { areaById } from '../../domain/community/area-tree';
import type { Community } from '../../domain/community/community';
import type { Language } from '../../domain/wording/say-moment';
import type { MonthHonours, RoundSeen } from '../../usecases/board/honours-of';
import type { Html } from '../pages/page-route';
import { pointsWords } from './points-words';

/** Who earned most, under the names that they chose. */
export const honoursView = ({ lines }: MonthHonours, language: Language): Html => {
  const own = pointsWords[language];
  if (lines.length === 0) return html`<p class="soft">${own.none}</p>`;
  return html`<ol>
    !${lines.map(({ name, points }) => html`<li>${name ?? own.neighbour} <span class="soft">${points} ${own.points}</span></li>`)}
  </ol>`;
};

const villagesView = ({ villages, round }: RoundSeen, community: Community, language: Language): Html => {
  const own = pointsWords[language];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${own.rounds} ${round.month}">
    <table>
      <thead>
        <tr>
          !${own.villages.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        !${villages.map(
          ({ village, households, marked }) =>
            html`<tr>
              <th scope="row">${areaById(community, village)?.name ?? village}</th>
              <td class="number">${households}</td>
              <td class="number">${marked}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

/** One round: how far it is, and who has the plaque; of any other household nothing. */
export const roundView = (seen: RoundSeen, community: Community, language: Language): Html => {
  const own = pointsWords[language];
  const { round, plaques } = seen;
  return html`<details ${round.phase === 'done' ? '' : 'open'}>
    <summary><span class="number">#${round.number}</span> ${round.month} · ${own.roundPhases[round.phase]}</summary>
    <p class="soft">${own.told} ${round.told} · ${own.posted} ${round.posted.count}</p>
    !${villagesView(seen, community, language)}
    !${
      plaques.lines.length === 0
        ? ''
        : html`<h3>${plaques.plaque[language]}</h3>
            <ul>
              !${plaques.lines.map(
                ({ village, door, name, times }) =>
                  html`<li>
                    ${name ?? own.household(areaById(community, village)?.name ?? village, door)}
                    <span class="soft">${own.times(times)}</span>
                  </li>`,
              )}
            </ul>
            <p class="soft">${own.more(plaques.more)}</p>`
    }
  </details>`;
};
