import { html } from 'ghtml';
import { z } from 'zod';
import { judgeText } from '../../../usecases/setup/judge-text';
import { saveSetup } from '../../../usecases/setup/save-setup';
import { form } from '../../pages/layout';
import { go, nothing, type Answer, type AskedBy, type Html } from '../../pages/page-route';
import type { EntryPorts } from './entry-page';
import type { SetupView } from './field';
import { differencesTo, previewOf } from './preview';
import { sayFault } from './say-fault';
import { setupWords } from './setup-words';

const Base = z.object({ base: z.coerce.number().int() });

const pageOf = (view: SetupView, number: number, main: Html, status?: 409 | 422): Answer => {
  const own = setupWords[view.language];
  return {
    kind: 'page',
    title: own.version(number),
    files: ['setup.css'],
    main: html`<p><a href="/board/setup">${own.back}</a></p>
      <h1>${own.version(number)}</h1>
      !${main}`,
    ...(status === undefined ? {} : { status }),
  };
};

/** What taking an older version back would change, and the button that does it. */
export const versionPage = async (
  ports: EntryPorts,
  view: SetupView,
  number: number,
  asked: AskedBy,
): Promise<Answer> => {
  const version = await ports.packVersions.byNumber(number);
  if (version === null) return nothing;
  const own = setupWords[view.language];
  const outcome = judgeText(version.text, ports.readBeside);
  const yaml = html`<p><a class="button" href="/board/setup/versions/${number}/pack.yaml">${own.yaml}</a></p>`;
  if (!outcome.ok)
    return pageOf(
      view,
      number,
      html`<p>${own.unreadable}</p>
        <ul>
          !${outcome.refusal.map((fault) => html`<li class="wrong">${sayFault(fault, view.language)}</li>`)}
        </ul>
        !${yaml}`,
      422,
    );
  if (differencesTo(view, outcome.value).length === 0)
    return pageOf(
      view,
      number,
      html`<p>${own.same}</p>
        !${yaml}`,
    );
  const button = html`<input type="hidden" name="base" value="${view.setup.number}" />
    <p class="after">
      <button class="strong">${own.takeBack}</button> <a class="button" href="/board/setup">${own.cancel}</a>
    </p>`;
  const preview = await previewOf(ports, view, outcome.value);
  return pageOf(view, number, html`!${preview}!${form(asked.csrf, asked.path, button)}!${yaml}`);
};

/** An older version as the newest one: nothing that was said since is lost either. */
export const takeBack = async (ports: EntryPorts, view: SetupView, number: number, asked: AskedBy): Promise<Answer> => {
  const [version, read] = [await ports.packVersions.byNumber(number), Base.safeParse(asked.fields)];
  if (version === null || !read.success) return nothing;
  const outcome = judgeText(version.text, ports.readBeside);
  if (!outcome.ok) return versionPage(ports, view, number, asked);
  const { base } = read.data;
  const wanted = { setup: outcome.value, base, by: asked.person.id, parts: [], restores: number };
  const saved = base === view.setup.number ? await saveSetup(ports, wanted) : null;
  if (saved !== null) return go(`/board/setup?saved=${saved}`);
  const latest = await ports.packVersions.latest();
  const said = await ports.sayMeanwhile(view, latest?.by ?? null, latest?.at ?? ports.clock.now().toISOString());
  return pageOf(view, number, html`<p class="message why" role="alert">${said}</p>`, 409);
};
