import { html } from 'ghtml';
import type { Language } from '../../domain/wording/say-moment';
import type { NotDone } from '../../usecases/inbound';
import type { ActOutcome } from '../../usecases/pages/as-in-chat';
import type { Answer, Asked, Html, RefusedStatus } from './page-route';

type Refused = Exclude<ActOutcome, { readonly kind: 'done' | 'answered' }>;

const statuses = {
  late: 409,
  'not-theirs': 403,
  'not-there': 404,
  unfit: 422,
  'too-much': 429,
} as const satisfies Record<NotDone, RefusedStatus>;

interface Words {
  readonly done: string;
  readonly title: string;
  readonly refused: string;
  readonly noChat: string;
  /** Where the chat says nothing, or too much was said at once. */
  readonly again: string;
  readonly close: string;
}

const words: Readonly<Record<Language, Words>> = {
  zh: {
    done: '办好了，聊天里也有。',
    title: '办好了',
    refused: '没有做',
    noChat: '您还没私信过邻里。请先给邻里发一条私信，再来这里。',
    again: '一下子点得太多了，什么都没有改。请等一分钟，再按一次。',
    close: '知道了',
  },
  en: {
    done: 'Done; the chat says so too.',
    title: 'Done',
    refused: 'Not done',
    noChat: 'Write to Linli in private first, then come back here.',
    again: 'Too much at once: nothing was changed. Wait a minute, then press again.',
    close: 'OK',
  },
};

/** What a page says of it, and where it leads from there. */
export interface Told {
  readonly title: string;
  readonly back: { readonly to: string; readonly label: string };
  /** In place of what is said anywhere. */
  readonly done?: string;
  /** What stands behind the words. */
  readonly more?: Html;
  readonly bare?: boolean;
}

const lines = (said: string): Html =>
  said
    .split('\n')
    .map((line) => html`<p>${line}</p>`)
    .join('');

const whyNot = (outcome: Refused, language: Language): { readonly said: string; readonly status: RefusedStatus } =>
  outcome.kind === 'no-chat'
    ? { said: words[language].noChat, status: 422 }
    : { said: outcome.said || words[language].again, status: statuses[outcome.why] };

/** Not done: it stays to be read, interrupts a screen reader, and does not look like what was done. */
const sayRefused = (outcome: Refused, { language, partial }: Asked, told: Told): Answer => {
  const own = words[language];
  const { said, status } = whyNot(outcome, language);
  if (partial) {
    const main = html`<strong>${own.refused}</strong>!${lines(said)}<button type="button" data-close>
        ${own.close}
      </button>`;
    return { kind: 'part', main, status };
  }
  const main = html`<section class="message refused" role="alert">
    <h1>${own.refused}</h1>
    !${lines(said)}!${told.more ?? ''}
    <p><a class="button" href="${told.back.to}">${told.back.label}</a></p>
  </section>`;
  return { kind: 'page', title: `${own.refused}｜${told.title}`, main, status, bare: told.bare === true };
};

/** What came of a press on a page, the same on every page: in the words of the chat, done and refused apart. */
export const sayOutcome = (outcome: ActOutcome, asked: Asked, told: Told): Answer => {
  if (outcome.kind === 'refused' || outcome.kind === 'no-chat') return sayRefused(outcome, asked, told);
  const own = words[asked.language];
  const said = [outcome.kind === 'done' ? (told.done ?? own.done) : '', outcome.said].filter(Boolean).join('\n');
  if (asked.partial) return { kind: 'part', main: html`!${lines(said)}` };
  const main = html`<section class="message" role="status">
    !${outcome.kind === 'done' ? html`<h1 class="good">${own.title}</h1>` : html`<h1>${told.title}</h1>`}!${lines(said)}!${told.more ?? ''}
    <p><a class="button" href="${told.back.to}">${told.back.label}</a></p>
  </section>`;
  return {
    kind: 'page',
    title: outcome.kind === 'done' ? `${own.title}｜${told.title}` : told.title,
    main,
    bare: told.bare === true,
  };
};
