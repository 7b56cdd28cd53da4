import { html } from 'ghtml';
import { roles } from '../../../domain/community/roles';
import { labels } from '../../../domain/wording/labels';
import type { Html } from '../../pages/page-route';
import { areaChoices } from './choices';
import { nameOf, type Choices, type Entry, type Field, type SetupView } from './field';
import { hintOf, labelOf } from './key-words';

type Window = { readonly from: string; readonly to: string };

const windows = (value: unknown): string =>
  Array.isArray(value) ? (value as readonly Window[]).map(({ from, to }) => `${from}-${to}`).join('、') : '';

/** A value as it is typed. */
export const typedOf = (field: Field, value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (field.kind === 'hours') return windows(value);
  if (field.kind === 'seasons')
    return (value as readonly (Window & { readonly hours: unknown })[])
      .map(({ from, to, hours }) => `${from}~${to} ${windows(hours).replaceAll('、', ' ')}`)
      .join('\n');
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const options = (choices: ReturnType<Choices>, chosen: string, none: string): Html =>
  [['', none] as const, ...choices]
    .map(([value, label]) =>
      value === chosen
        ? html`<option value="${value}" selected>${label}</option>`
        : html`<option value="${value}">${label}</option>`,
    )
    .join('');

const boxes = (field: Extract<Field, { kind: 'many' }>, name: string, value: unknown, view: SetupView): Html => {
  const chosen = (Array.isArray(value) ? value : []).map(String);
  return field
    .choices(view)
    .map(
      ([each, label]) =>
        html`<label class="box"
          ><input
            type="checkbox"
            name="${name}"
            value="${each}"
            !${chosen.includes(each) ? 'checked' : ''}
          />${label}</label
        >`,
    )
    .join('');
};

const grantRows = (name: string, value: unknown, view: SetupView, label: string): Html => {
  const given = Object.entries((value ?? {}) as Readonly<Record<string, readonly string[]>>).flatMap(([role, areas]) =>
    areas.map((area) => ({ role, area })),
  );
  const named = roles.map((role) => [role, labels[view.language].roles[role]] as const);
  return [...given, { role: '', area: '' }, { role: '', area: '' }]
    .map(
      ({ role, area }, row) =>
        html`<span class="pair"
          ><select name="${name}.${row}.role" aria-label="${label} ${row + 1}">
            !${options(named, role, '—')}</select
          ><select name="${name}.${row}.area" aria-label="${labelOf('area', view.language)} ${row + 1}">
            !${options(areaChoices(view), area, '—')}
          </select></span
        >`,
    )
    .join('');
};

const group = (label: string, inside: Html, beside: Html): Html =>
  html`<fieldset>
    <legend>${label}</legend>
    !${inside}!${beside}
  </fieldset>`;

const input = (field: Field, name: string, value: unknown, view: SetupView, described: Html): Html => {
  const text = typedOf(field, value);
  switch (field.kind) {
    case 'one':
      return html`<select name="${name}" !${described}>
        !${options(field.choices(view), text, '—')}
      </select>`;
    case 'number':
      return html`<input name="${name}" value="${text}" inputmode="numeric" maxlength="12" !${described} />`;
    case 'time':
    case 'date':
      return html`<input type="${field.kind}" name="${name}" value="${text}" !${described} />`;
    case 'flag':
      return html`<input type="checkbox" name="${name}" value="1" !${value === true ? 'checked' : ''} !${described} />`;
    case 'seasons':
      return html`<textarea name="${name}" rows="3" maxlength="1000" !${described}>${text}</textarea>`;
    case 'text':
      return html`<input name="${name}" value="${text}" maxlength="${field.most}" !${described} />`;
    case 'names':
    case 'hours':
      return html`<input name="${name}" value="${text}" maxlength="600" !${described} />`;
    case 'many':
    case 'grants':
      return '';
  }
};

/** A field with its words, what stands in it, and what is wrong with that. */
export const showField = (
  field: Field,
  entry: Pick<Entry, 'at'>,
  value: unknown,
  view: SetupView,
  wrong: string | null,
): Html => {
  const [name, label, hint] = [
    nameOf(entry, field),
    labelOf(field.key, view.language),
    hintOf(field.key, view.language),
  ];
  const id = `wrong-${name.replaceAll(/[^\w-]/gu, '-')}`;
  const beside = html`!${hint === '' ? '' : html`<small class="soft">${hint}</small>`}!${
    wrong === null ? '' : html`<strong class="wrong" id="${id}">${wrong}</strong>`
  }`;
  if (field.kind === 'many') return group(label, boxes(field, name, value, view), beside);
  if (field.kind === 'grants') return group(label, grantRows(name, value, view, label), beside);
  const described = wrong === null ? '' : html`aria-invalid="true" aria-describedby="${id}"`;
  return html`<label class="field ${field.kind}"
    ><span>${label}</span>!${input(field, name, value, view, described)}!${beside}</label
  >`;
};
