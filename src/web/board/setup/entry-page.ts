import { html } from 'ghtml';
import { z } from 'zod';
import type { Moment, PersonId } from '../../../domain/ids';
import type { PackFault } from '../../../usecases/packs/pack-error';
import { changeText } from '../../../usecases/setup/change-text';
import { judgeText, type Setup } from '../../../usecases/setup/judge-text';
import { saveSetup, type SetupPorts } from '../../../usecases/setup/save-setup';
import { form } from '../../pages/layout';
import { go, nothing, type Answer, type AskedBy, type Html } from '../../pages/page-route';
import { valueAt, type Entry, type Part, type SetupView } from './field';
import { previewOf, type PreviewPorts } from './preview';
import { readField } from './read-field';
import { sayFault } from './say-fault';
import { setupWords } from './setup-words';
import { showField } from './show-field';
import { fieldsOf, typedChanges } from './typed-changes';

export type EntryPorts = SetupPorts &
  PreviewPorts & {
    /** Who was quicker, and when, in the words of whoever was not. */
    readonly sayMeanwhile: (view: SetupView, by: PersonId | null, at: Moment) => Promise<string>;
  };

export interface Asking {
  readonly view: SetupView;
  readonly part: Part;
  readonly entry: Entry;
  readonly isNew: boolean;
  readonly asked: AskedBy;
}

const Fields = z
  .object({ step: z.enum(['look', 'save', 'again']), act: z.enum(['change', 'remove']), base: z.coerce.number().int() })
  .loose();
type Fields = z.infer<typeof Fields>;

const belongs = (fault: PackFault, path: readonly PropertyKey[]): boolean =>
  path.every((key, index) => String(fault.at[index]) === String(key));

/** The form as it stands, or as it was typed, with what is wrong beside each field. */
const formOf = (asking: Asking, typed: Fields | null, faults: readonly PackFault[]): Html => {
  const { view, part, entry, isNew, asked } = asking;
  const own = setupWords[view.language];
  const fields = fieldsOf(part, isNew).map((field) => {
    const path = [...entry.at, ...field.at];
    const wrong = faults.filter((fault) => belongs(fault, path)).map((fault) => sayFault(fault, view.language));
    const value = typed ? readField(field, entry, typed) : valueAt(entry.shown, field.at);
    return showField(field, entry, value, view, wrong.length === 0 ? null : wrong.join('；'));
  });
  const inside = html`<input type="hidden" name="base" value="${view.setup.number}" /><input
      type="hidden"
      name="act"
      value="change"
    />!${fields}
    <p class="after">
      <button class="strong" name="step" value="look">${own.look}</button>
      <a class="button" href="/board/setup">${own.cancel}</a>
    </p>`;
  const removal = html`<input type="hidden" name="base" value="${view.setup.number}" /><input
      type="hidden"
      name="act"
      value="remove"
    /><button name="step" value="look">
      ${'begin' in entry || part.id === 'categories' ? own.removeOwn : own.remove}
    </button>`;
  return html`!${form(asked.csrf, asked.path, inside, 'class="setup"')}!${
    entry.removable === true && !isNew ? form(asked.csrf, asked.path, removal) : ''
  }`;
};

/** What has no field of its own is said above them all. */
const faultsAbove = ({ view, part, entry, isNew }: Asking, faults: readonly PackFault[]): Html => {
  if (faults.length === 0) return '';
  const own = setupWords[view.language];
  const fields = fieldsOf(part, isNew).map(({ at }) => [...entry.at, ...at]);
  const others = faults.filter((fault) => !fields.some((path) => belongs(fault, path)));
  return html`<div class="message" role="alert">
    <p>${own.wrong}</p>
    <ul>
      !${others.map((fault) => html`<li class="wrong">${sayFault(fault, view.language)}</li>`)}
    </ul>
  </div>`;
};

const pageOf = (asking: Asking, main: Html, status?: 409 | 422): Answer => {
  const { view, part, entry, isNew } = asking;
  const own = setupWords[view.language];
  const title = isNew ? own.add : entry.title;
  return {
    kind: 'page',
    title: `${part.words[view.language]} · ${title}`,
    files: ['setup.css'],
    main: html`<p><a href="/board/setup/${part.id}">${own.title}：${part.words[view.language]}</a></p>
      <h1>${title}</h1>
      !${main}`,
    ...(status === undefined ? {} : { status }),
  };
};

export const entryPage = (asking: Asking): Answer => pageOf(asking, formOf(asking, null, []));

const changed = (ports: EntryPorts, { view, part, entry, isNew }: Asking, typed: Fields) => {
  const changes =
    typed.act === 'remove' ? [{ at: entry.at, value: undefined }] : typedChanges(part, entry, isNew, typed);
  return judgeText(changeText(view.setup.text, changes), ports.readBeside);
};

/** Everything that was typed, to be sent once more. */
const kept = (typed: Fields, base: number): Html =>
  Object.entries({ ...typed, base })
    .filter(([name]) => name !== 'step' && name !== '_csrf')
    .flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((each) => typeof each === 'string' || typeof each === 'number')
        .map((each) => html`<input type="hidden" name="${name}" value="${String(each)}" />`),
    )
    .join('');

const preview = async (ports: EntryPorts, asking: Asking, typed: Fields, setup: Setup): Promise<Answer> => {
  const { view, asked } = asking;
  const own = setupWords[view.language];
  const buttons = html`!${kept(typed, view.setup.number)}
    <p class="after">
      <button class="strong" name="step" value="save">${own.save}</button>
      <button name="step" value="again">${own.edit}</button>
      <a class="button" href="/board/setup">${own.cancel}</a>
    </p>`;
  return pageOf(asking, html`!${await previewOf(ports, view, setup)}!${form(asked.csrf, asked.path, buttons)}`);
};

/** Somebody was quicker: what was typed stands in the form again, over what holds now. */
const meanwhile = async (ports: EntryPorts, asking: Asking, typed: Fields): Promise<Answer> => {
  const latest = await ports.packVersions.latest();
  const said = await ports.sayMeanwhile(asking.view, latest?.by ?? null, latest?.at ?? ports.clock.now().toISOString());
  return pageOf(
    asking,
    html`<div class="message" role="alert"><p class="why">${said}</p></div>
      !${formOf(asking, typed, [])}`,
    409,
  );
};

/** What was typed: looked at, told what it does, kept. */
export const answerEntry = async (ports: EntryPorts, asking: Asking): Promise<Answer> => {
  const { view, part, asked } = asking;
  const read = Fields.safeParse(asked.fields);
  if (!read.success) return nothing;
  const typed = read.data;
  if (typed.step === 'again') return pageOf(asking, formOf(asking, typed, []));
  if (typed.base !== view.setup.number) return meanwhile(ports, asking, typed);
  const outcome = changed(ports, asking, typed);
  if (!outcome.ok)
    return pageOf(
      asking,
      html`!${faultsAbove(asking, outcome.refusal)}!${formOf(asking, typed.act === 'remove' ? null : typed, outcome.refusal)}`,
      422,
    );
  if (typed.step === 'look' || outcome.value.text === view.setup.text)
    return preview(ports, asking, typed, outcome.value);
  const wanted = { setup: outcome.value, base: typed.base, by: asked.person.id, parts: [part.id], restores: null };
  const saved = await saveSetup(ports, wanted);
  return saved === null ? meanwhile(ports, asking, typed) : go(`/board/setup?saved=${saved}`);
};
