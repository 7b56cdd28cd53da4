import { html } from 'ghtml';
import { toString as drawQr } from 'qrcode';
import { awaitAdmission, enterAdmitted, type ComputerPorts } from '../../usecases/pages/enter';
import { form } from './layout';
import { go, page, type Answer, type Asked, type PageRoute } from './page-route';
import { signInWords } from './sign-in-words';

/** "123456.secret", signed: what this computer shows, and what it is known by. */
const cookieName = 'linli-computer';

const waitMinutes = 10;

const readWaiting = (asked: Asked): { readonly code: string; readonly secret: string } | null => {
  const { code, secret } = /^(?<code>\d{6})\.(?<secret>[\w-]{43})$/u.exec(asked.cookie(cookieName) ?? '')?.groups ?? {};
  return code === undefined || secret === undefined ? null : { code, secret };
};

const show = (asked: Asked, code: string): Answer => {
  const own = signInWords[asked.language];
  const main = html`<section class="message" data-look-again="3000">
    <h1>${own.title}</h1>
    <p>${own.sayCode(code)}</p>
    <p class="code" aria-hidden="true">${code}</p>
    <img class="qr" src="/sign-in/computer/qr" width="220" height="220" alt="${own.qrAlt}" />
    <p class="soft">${own.waiting}</p>
    !${form(asked.csrf, '/sign-in/computer', html`<button>${own.anew}</button>`)}
  </section>`;
  return page(own.title, main);
};

/** Signing in on a computer that has no chat: it shows six digits, and waits for somebody to say them from a telephone. */
export const computerRoutes = (ports: ComputerPorts): readonly PageRoute[] => [
  {
    method: 'POST',
    path: '/sign-in/computer',
    who: 'anyone',
    perMinute: 6,
    answer: async ({ device }) => {
      const { code, secret } = await awaitAdmission(ports, device);
      const value = `${code}.${secret}`;
      return { kind: 'keep', name: cookieName, value, minutes: waitMinutes, then: go('/sign-in/computer') };
    },
  },
  {
    method: 'GET',
    path: '/sign-in/computer',
    who: 'anyone',
    perMinute: 60,
    answer: async (asked) => {
      const waiting = readWaiting(asked);
      const entered = waiting && (await enterAdmitted(ports, waiting.secret, asked.device));
      if (waiting === null || entered === null) return go('/sign-in');
      return entered === 'waiting'
        ? show(asked, waiting.code)
        : { kind: 'signed-in', token: entered.token, to: '/board' };
    },
  },
  {
    method: 'GET',
    path: '/sign-in/computer/qr',
    who: 'anyone',
    perMinute: 60,
    answer: async (asked) => {
      const waiting = readWaiting(asked);
      if (waiting === null) return { kind: 'nothing' };
      const bytes = await drawQr(`看板 ${waiting.code}`, { type: 'svg', margin: 1 });
      return { kind: 'file', type: 'image/svg+xml', bytes };
    },
  },
];
