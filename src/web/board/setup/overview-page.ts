import { html } from 'ghtml';
import { sayMoment } from '../../../domain/wording/say-moment';
import type { Clock, People } from '../../../usecases/ports';
import type { PackVersion, PackVersions } from '../../../usecases/ports-of-setup';
import type { Answer, Html } from '../../pages/page-route';
import type { Part, SetupView } from './field';
import { parts } from './parts';
import { setupWords } from './setup-words';

export interface OverviewPorts {
  readonly packVersions: PackVersions;
  readonly people: Pick<People, 'byIds'>;
  readonly clock: Clock;
}

const listed = 30;

const momentIn = ({ clock }: Pick<OverviewPorts, 'clock'>, { community, language }: SetupView) => {
  const now = clock.now().toISOString();
  return (at: string): string => sayMoment(at, now, community.calendar.timeZone, language);
};

const partNames = ({ parts: changed }: Pick<PackVersion, 'parts'>, { language }: SetupView): string =>
  changed.map((id) => parts.find((part) => part.id === id)?.words[language] ?? id).join('、');

const versionsPart = async (ports: OverviewPorts, view: SetupView): Promise<Html> => {
  const own = setupWords[view.language];
  const versions = await ports.packVersions.list(listed);
  const people = await ports.people.byIds([...new Set(versions.flatMap(({ by }) => by ?? []))]);
  const say = momentIn(ports, view);
  const nameOf = (by: string | null): string =>
    by === null ? own.byFile : (people.find(({ id }) => id === by)?.name ?? by);
  return html`<section>
    <h2>${own.versions}</h2>
    <ol class="versions" reversed>
      !${versions.map(
        (version) =>
          html`<li>
            ${own.version(version.number)}｜${say(version.at)}｜${nameOf(version.by)}｜${
              version.restores === null ? partNames(version, view) : own.restored(version.restores)
            }
            !${
              version.number === view.setup.number
                ? html`<span class="mark">${own.now}</span>`
                : html`<a href="/board/setup/versions/${version.number}">${own.compare}</a>`
            }
          </li>`,
      )}
    </ol>
  </section>`;
};

/** Everything that can be set up, and how it became what it is. */
export const overviewPage = async (ports: OverviewPorts, view: SetupView, saved: boolean): Promise<Answer> => {
  const own = setupWords[view.language];
  const main = html`<h1>${own.title}</h1>
    !${saved ? html`<p class="message good" role="status">${own.saved} ${own.savedAs(view.setup.number)}</p>` : ''}
    <p>${own.intro}</p>
    <ul class="cards">
      !${parts.map(
        ({ id, words, about, entries }) =>
          html`<li class="card">
            <h2>
              <a href="/board/setup/${id}">${words[view.language]}</a>
              <span class="count">${entries(view).length}</span>
            </h2>
            <p class="soft">${about[view.language]}</p>
          </li>`,
      )}
    </ul>
    <p><a class="button" href="/board/setup/pack.yaml">${own.yaml}</a></p>
    !${await versionsPart(ports, view)}`;
  return { kind: 'page', title: own.title, main, files: ['setup.css'] };
};

/** One part, entry by entry. */
export const partPage = (part: Part, view: SetupView): Answer => {
  const own = setupWords[view.language];
  const title = part.words[view.language];
  const main = html`<p><a href="/board/setup">${own.back}</a></p>
    <h1>${title}</h1>
    <p>${part.about[view.language]}</p>
    <ul class="entries">
      !${part
        .entries(view)
        .map(
          ({ key, title: name }) =>
            html`<li><a href="/board/setup/${part.id}/${encodeURIComponent(key)}">${name}</a></li>`,
        )}
    </ul>
    !${part.fresh ? html`<p><a class="button" href="/board/setup/${part.id}/new">${own.add}</a></p>` : ''}`;
  return { kind: 'page', title, main, files: ['setup.css'] };
};
