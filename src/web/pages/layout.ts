import { html } from 'ghtml';
import type { Language } from '../../domain/wording/say-moment';
import { fileAt } from './assets';
import type { Html } from './page-route';

export interface Layout {
  readonly language: Language;
  readonly title: string;
  readonly main: Html;
  readonly community: string;
  /** Who is signed in; null: nobody. */
  readonly reader: string | null;
  readonly nav: readonly { readonly path: string; readonly label: string }[];
  readonly path: string;
  readonly csrf: string;
  readonly files: readonly string[];
  readonly indexed?: boolean;
}

const words = {
  zh: {
    skip: '跳到正文',
    nav: '页面',
    out: '退出',
    other: 'EN',
    otherTitle: 'English',
    lang: 'zh-CN',
    offline: '没有连上，不知道做了没有。请看看网络，刷新这一页，没有做再按一次。',
  },
  en: {
    skip: 'Skip to the content',
    nav: 'Pages',
    out: 'Sign out',
    other: '中文',
    otherTitle: '中文',
    lang: 'en',
    offline:
      'No connection: it may not have been done. Check the network and load the page again; press again if it was not.',
  },
} as const;

/** The path of the list's entry under which this page lies: the longest that it begins with. */
const current = (path: string, nav: Layout['nav']): string | undefined =>
  nav
    .map((entry) => entry.path)
    .filter((each) => path === each || path.startsWith(`${each}/`))
    .sort((one, other) => other.length - one.length)[0];

const navigation = ({ nav, path, language }: Layout): Html => {
  const here = current(path, nav);
  return nav.length === 0
    ? ''
    : html`<nav aria-label="${words[language].nav}">
        !${nav.map((entry) =>
          entry.path === here
            ? html`<a href="${entry.path}" aria-current="page">${entry.label}</a>`
            : html`<a href="${entry.path}">${entry.label}</a>`,
        )}
      </nav>`;
};

/** A form that only our own pages can send. */
export const form = (csrf: string, action: string, inside: Html, attributes: Html = ''): Html =>
  html`<form method="post" action="${action}" !${attributes}>
    <input type="hidden" name="_csrf" value="${csrf}" />!${inside}
  </form>`;

const account = ({ reader, csrf, language, path }: Layout): Html => {
  const own = words[language];
  const other = language === 'zh' ? 'en' : 'zh';
  return html`<div class="account">
    !${form(
      csrf,
      '/language',
      html`<input type="hidden" name="to" value="${path}" /><button
          class="quiet"
          name="language"
          value="${other}"
          lang="${words[other].lang}"
          title="${own.otherTitle}"
        >
          ${own.other}
        </button>`,
    )}
    !${
      reader === null
        ? ''
        : html`<span class="reader">${reader}</span
            >!${form(csrf, '/sign-out', html`<button class="quiet">${own.out}</button>`)}`
    }
  </div>`;
};

const head = ({ title, community, files, indexed }: Layout): Html => html`
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="${indexed === true ? 'index' : 'noindex'}" />
    <meta name="htmx-config" content='{"history":false,"includeIndicatorCSS":false}' />
    <title>${title}｜${community}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${fileAt('pages.css')}" />
    !${files.filter((name) => name.endsWith('.css')).map((name) => html`<link rel="stylesheet" href="${fileAt(name)}" />`)}
    <script src="${fileAt('htmx.js')}" defer></script>
    <script src="${fileAt('pages.js')}" defer></script>
    !${files.filter((name) => name.endsWith('.js')).map((name) => html`<script src="${fileAt(name)}" defer></script>`)}
  </head>
`;

/** A whole page: no script and no style stands in it, so that the browser may refuse both. */
export const layout = (given: Layout): Html => {
  const own = words[given.language];
  return html`<!doctype html>
    <html lang="${own.lang}">
      !${head(given)}
      <body>
        <a class="skip" href="#main">${own.skip}</a>
        <header class="top">
          <a class="home" href="/board">邻里 <small>${given.community}</small></a
          >!${navigation(given)}!${account(given)}
        </header>
        <main id="main" tabindex="-1">!${given.main}</main>
        <div class="told">
          <div id="said" role="status"></div>
          <div id="refused" role="alert" data-offline="${own.offline}"></div>
        </div>
      </body>
    </html>`;
};
