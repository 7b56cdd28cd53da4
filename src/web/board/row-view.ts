import { html } from 'ghtml';
import type { Language } from '../../domain/wording/say-moment';
import { takesPhotos, type RowAct } from '../../usecases/board/row-acts';
import type { ShownTicket, TicketRow } from '../../usecases/board/ticket-row';
import { form } from '../pages/layout';
import type { Html } from '../pages/page-route';
import { csrfSlot, keySlot } from '../pages/slots';

interface ActWords {
  readonly button: string;
  /** What is asked for besides; null: nothing. */
  readonly asks: string | null;
  /** What it means, before it is pressed: not done by a slip. */
  readonly warns?: string;
}

const acts: Readonly<Record<Language, Readonly<Record<RowAct, ActWords>>>> = {
  zh: {
    'take-charge': { button: '我负责', asks: null },
    'danger-yes': { button: '有危险，叫人', asks: null },
    'danger-no': {
      button: '没有危险',
      asks: null,
      warns: '真的没有人有危险？按了就不叫人，按平常的事办。',
    },
    'false-alarm': {
      button: '误报',
      asks: '怎么知道是误报的？（可以不写）',
      warns: '按了，这件事就了结，不再叫人。',
    },
    claim: { button: '接单', asks: null },
    resolve: { button: '办结', asks: '怎么办好的？' },
    prove: { button: '补照片', asks: '没有照片的话，说一句原因' },
    ask: { button: '问报的人', asks: '问什么？回话会告诉您' },
    pause: { button: '等', asks: '等到什么时候，因为什么？例：到周五 因为 等配件' },
    resume: { button: '继续', asks: null },
    'hand-over': { button: '转办', asks: '给谁，因为什么？例：李强 因为 我在休假' },
    note: { button: '留言', asks: '说什么？' },
  },
  en: {
    'take-charge': { button: 'Take charge', asks: null },
    'danger-yes': { button: 'Danger: call people', asks: null },
    'danger-no': {
      button: 'No danger',
      asks: null,
      warns: 'Is really nobody in danger? Nobody is called then, and it goes on as an ordinary matter.',
    },
    'false-alarm': {
      button: 'False alarm',
      asks: 'How do you know? (optional)',
      warns: 'This ends the matter, and nobody is called any more.',
    },
    claim: { button: 'Take it', asks: null },
    resolve: { button: 'Done', asks: 'How was it solved?' },
    prove: { button: 'Another photo', asks: 'Without one, say why' },
    ask: { button: 'Ask', asks: 'What should the reporter tell you?' },
    pause: { button: 'Wait', asks: 'Until when, and why? E.g. 到周五 因为 spare parts' },
    resume: { button: 'Go on', asks: null },
    'hand-over': { button: 'Hand over', asks: 'To whom, and why? E.g. 李强 因为 on leave' },
    note: { button: 'Note', asks: 'What should be known?' },
  },
};

const words = {
  zh: {
    late: '已超时',
    due: '最晚',
    burning: '紧急',
    doubted: '正在问有没有危险',
    green: '绿色通道',
    photos: (count: number) => `${count}张照片`,
    send: '发',
    owner: '负责',
    proof: '办好的照片',
  },
  en: {
    late: 'late',
    due: 'by',
    burning: 'urgent',
    doubted: 'danger in doubt',
    green: 'green channel',
    photos: (count: number) => (count === 1 ? 'a photo' : `${count} photos`),
    send: 'Send',
    owner: 'with',
    proof: 'Photos of the work done',
  },
} as const;

/** Of these a few words are optional: a photo says it, or the press itself. */
const mayBeSilent = (act: RowAct): boolean => takesPhotos(act) || act === 'false-alarm';

const strongActs: readonly RowAct[] = ['claim', 'take-charge'];

/** A form is sent by htmx where there is one, and its answer is said; without it, it leads to a page that says it. */
const actForm = (row: TicketRow, act: RowAct, language: Language): Html => {
  const { button, asks, warns } = acts[language][act];
  const path = `/board/tickets/${row.number}/act`;
  const shows = takesPhotos(act);
  const inside = html`<input type="hidden" name="act" value="${act}" /><input
      type="hidden"
      name="key"
      value="${keySlot}"
    />!${warns === undefined ? '' : html`<p class="warns">${warns}</p>`}!${
      asks === null
        ? ''
        : html`<label
            >${asks}<input name="words" !${mayBeSilent(act) ? '' : 'required'} maxlength="500" autocomplete="off"
          /></label>`
    }!${
      shows
        ? html`<label
            >${words[language].proof}<input
              type="file"
              name="photo"
              accept="image/jpeg,image/png,image/webp,image/avif"
              multiple
          /></label>`
        : ''
    }<button class="${strongActs.includes(act) ? 'strong' : ''}" data-act="${act}">
      ${asks === null || warns !== undefined ? button : words[language].send}
    </button>`;
  const files = shows ? html`enctype="multipart/form-data"` : '';
  const sent = form(csrfSlot, path, inside, html`hx-post="${path}" hx-target="#said" hx-swap="innerHTML" !${files}`);
  return asks === null && warns === undefined
    ? sent
    : html`<details class="act">
        <summary data-act="${act}">${button}</summary>
        !${sent}
      </details>`;
};

export const actForms = (row: TicketRow, language: Language): Html =>
  row.acts.length === 0 ? '' : html`<div class="acts">!${row.acts.map((act) => actForm(row, act, language))}</div>`;

export const dueView = ({ due }: ShownTicket, language: Language): Html =>
  due === null
    ? ''
    : html`<span class="due !${due.late ? 'late' : ''}"
        >${due.late ? words[language].late : words[language].due} <time datetime="${due.at}">${due.said}</time></span
      >`;

export const marks = (row: ShownTicket, language: Language): Html =>
  [
    row.critical ? html`<span class="mark alarm">${words[language].burning}</span>` : '',
    row.doubted ? html`<span class="mark alarm">${words[language].doubted}</span>` : '',
    row.green ? html`<span class="mark">${words[language].green}</span>` : '',
  ].join('');

const draw = (row: TicketRow, language: Language): Html =>
  html`<li class="row !${row.critical ? 'critical' : ''}" id="row-${row.number}" data-row="${row.number}">
    <a class="what" href="/board/tickets/${row.number}"
      ><span class="number">#${row.number}</span> <b>${row.category}</b> ${row.place}</a
    >
    <p class="words">
      ${row.words}!${row.photos === 0 ? '' : html` <span class="soft">${words[language].photos(row.photos)}</span>`}
    </p>
    <p class="stands">
      !${marks(row, language)}<span class="mark">${row.state}</span> !${dueView(row, language)}
      !${row.owner === null ? '' : html`<span class="soft">${words[language].owner} ${row.owner}</span>`}
    </p>
    !${actForms(row, language)}
  </li>`;

const drawn = new WeakMap<TicketRow, Html>();

/**
 * One ticket of a list: what it is, where, how it stands, until when, and what can be done with it. Drawn once for as long as
 * it reads the same; the language is part of how it reads.
 */
export const rowView = (row: TicketRow, language: Language): Html => {
  const view = drawn.get(row) ?? draw(row, language);
  drawn.set(row, view);
  return view;
};
