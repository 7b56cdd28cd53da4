import { html } from 'ghtml';
import { sayMoment } from '../../../domain/wording/say-moment';
import type { Clock } from '../../../usecases/ports';
import { effectsOfChange, type EffectPorts } from '../../../usecases/setup/effects-of-change';
import type { Setup } from '../../../usecases/setup/judge-text';
import { listDifferences } from '../../../usecases/setup/list-differences';
import type { Html } from '../../pages/page-route';
import type { SetupView } from './field';
import { sayDifference } from './say-difference';
import { setupWords } from './setup-words';

export type PreviewPorts = EffectPorts & { readonly clock: Clock };

/** As it holds: what the pack leaves to the catalogue and to the usual figures is filled in. */
const effective = ({ file, pack }: Setup): object => ({
  ...file,
  categories: pack.community.categories,
  policy: pack.community.policy,
});

/** What of the set-up is another then, in words. */
export const differencesTo = (view: SetupView, setup: Setup): readonly string[] => {
  const after = { ...view, setup: { ...setup, number: view.setup.number } };
  return listDifferences(effective(view.setup), effective(setup)).map((each) => sayDifference(each, view, after));
};

/** What a change does before it is made. */
export const previewOf = async (ports: PreviewPorts, view: SetupView, setup: Setup): Promise<Html> => {
  const { language, community } = view;
  const own = setupWords[language];
  const differences = differencesTo(view, setup);
  if (differences.length === 0) return html`<p>${own.nothing}</p>`;
  const { deadlines, unguarded, leaving } = await effectsOfChange(ports, community, setup.pack);
  const say = (at: string): string =>
    sayMoment(at, ports.clock.now().toISOString(), community.calendar.timeZone, language);
  const { count, more } = deadlines;
  return html`<h2>${own.willChange}</h2>
    <ul class="changes">
      !${differences.map((each) => html`<li>${each}</li>`)}
    </ul>
    <h2>${own.effects}</h2>
    <ul class="effects">
      <li>${count === 0 && !more ? own.noDeadlines : own.deadlines(`${count}${more ? '+' : ''}`)}</li>
      !${unguarded === null ? '' : html`<li class="wrong">${own.unguarded(say(unguarded.from), unguarded.hours)}</li>`}
      !${leaving.map(({ name, tickets }) => html`<li>${own.leaving(name, tickets)}</li>`)}
    </ul>`;
};
