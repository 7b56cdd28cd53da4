import { html } from 'ghtml';
import { z } from 'zod';
import { enterByLink, type ComputerPorts, type EnterPorts } from '../../usecases/pages/enter';
import { signInWords } from './sign-in-words';
import { form } from './layout';
import { computerRoutes } from './computer-routes';
import { page, type Answer, type Asked, type PageRoute } from './page-route';

const Params = z.object({ token: z.string().max(100).catch('') });

const isOver = ({ language }: Asked): Answer => {
  const own = signInWords[language];
  return {
    kind: 'page',
    title: own.over,
    status: 404,
    bare: true,
    main: html`<section class="message">
      <h1>${own.over}</h1>
      <p>${own.overNext}</p>
    </section>`,
  };
};

/**
 * The address that a person was told opens with a button: chat programs look at addresses by themselves, and would
 * otherwise use it up.
 */
const askToEnter = (asked: Asked, token: string, device: string): Answer => {
  const own = signInWords[asked.language];
  return page(
    own.title,
    html`<section class="message">
      <h1>${own.title}</h1>
      <p>${own.here(device)}</p>
      !${form(asked.csrf, `/in/${token}`, html`<button class="strong" autofocus>${own.enter}</button>`)}
      <p class="soft">${own.alone}</p>
    </section>`,
  );
};

export const signInRoutes = (ports: EnterPorts & ComputerPorts): readonly PageRoute[] => [
  ...computerRoutes(ports),
  {
    method: 'GET',
    path: '/sign-in',
    who: 'anyone',
    answer: ({ language, csrf }) => {
      const own = signInWords[language];
      return page(
        own.title,
        html`<section class="message">
          <h1>${own.title}</h1>
          <p>${own.how}</p>
          <h2>${own.computer}</h2>
          !${form(csrf, '/sign-in/computer', html`<button>${own.showCode}</button>`)}
        </section>`,
      );
    },
  },
  {
    method: 'GET',
    path: '/in/:token',
    who: 'anyone',
    perMinute: 60,
    answer: async (asked) => {
      const { token } = Params.parse(asked.params);
      const link = await ports.links.look(token, 'sign-in', ports.clock.now().toISOString());
      return link ? askToEnter(asked, token, asked.device) : isOver(asked);
    },
  },
  {
    method: 'POST',
    path: '/in/:token',
    who: 'anyone',
    perMinute: 60,
    answer: async (asked) => {
      const { token } = Params.parse(asked.params);
      const entered = await enterByLink(ports, token, asked.device);
      return entered ? { kind: 'signed-in', token: entered.token, to: entered.to } : isOver(asked);
    },
  },
];
