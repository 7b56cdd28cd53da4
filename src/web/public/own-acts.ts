import { randomUUID } from 'node:crypto';
import { html } from 'ghtml';
import { z } from 'zod';
import type { People } from '../../usecases/ports';
import type { ActOutcome, AsInChat } from '../../usecases/pages/as-in-chat';
import { form } from '../pages/layout';
import type { Answer, Asked, Html } from '../pages/page-route';
import { sayOutcome } from '../pages/say-outcome';
import { publicWords } from './public-words';

export interface OwnActPorts {
  readonly people: Pick<People, 'byId'>;
  readonly asInChat: AsInChat;
}

const Key = z.uuid();
const Follow = z.object({
  key: Key,
  what: z.enum(['follow', 'unfollow']),
  number: z
    .string()
    .trim()
    .regex(/^#?\d{1,9}$/),
});
const Erase = z.object({ key: Key, what: z.enum(['ask', 'confirm', 'keep']) });

const said = { follow: '关注', unfollow: '取消关注' } as const;
const erasures = { ask: '忘记我', confirm: '确认删除', keep: '不删了' } as const;

const key = (): Html => html`<input type="hidden" name="key" value="${randomUUID()}" />`;

/** One form with one press. */
const press = (asked: Asked, to: string, inside: Html): Html => form(asked.csrf, to, html`!${key()}!${inside}`);

export const followForm = (asked: Asked): Html => {
  const own = publicWords[asked.language];
  return press(
    asked,
    `${asked.path}/follow`,
    html`<label>${own.followNumber} <input name="number" inputmode="numeric" maxlength="10" required /></label>
      <button name="what" value="follow">${own.follow}</button>`,
  );
};

export const unfollowForm = (asked: Asked, number: number): Html =>
  press(
    asked,
    `${asked.path}/follow`,
    html`<input type="hidden" name="number" value="${number}" />
      <button name="what" value="unfollow" aria-label="${publicWords[asked.language].unfollow} #${number}">
        ${publicWords[asked.language].unfollow}
      </button>`,
  );

export const eraseForm = (asked: Asked, what: keyof typeof erasures, to = `${asked.path}/erase`): Html =>
  press(asked, to, html`<button name="what" value="${what}">${publicWords[asked.language].erase[what]}</button>`);

const actAs = async (
  { people, asInChat }: OwnActPorts,
  id: string,
  { language }: Asked,
  given: { readonly form: string; readonly key: string; readonly text: string },
): Promise<ActOutcome> => {
  const person = await people.byId(id);
  return person ? asInChat({ person, language, ...given }) : { kind: 'no-chat' };
};

/** What came of it, and the way back. */
const tell = (asked: Asked, outcome: ActOutcome, to: string, more: Html = ''): Answer => {
  const own = publicWords[asked.language];
  return sayOutcome(outcome, asked, { title: own.mine, back: { to, label: own.mine }, more, bare: true });
};

const notUnderstood = ({ language }: Asked): ActOutcome => ({
  ...{ kind: 'refused', why: 'unfit' },
  said: publicWords[language].notUnderstood,
});

/** Follows a matter, or does not any more, as the same words in chat do. */
export const actOnFollowing = async (ports: OwnActPorts, person: string, asked: Asked): Promise<Answer> => {
  const back = asked.path.replace(/\/follow$/u, '');
  const read = Follow.safeParse(asked.fields);
  if (!read.success) return tell(asked, notUnderstood(asked), back);
  const { what, number, key } = read.data;
  const text = `${said[what]} #${number.replace('#', '')}`;
  const outcome = await actAs(ports, person, asked, { form: `following:${text}`, key, text });
  return outcome.kind === 'done' ? { kind: 'go', to: back } : tell(asked, outcome, back);
};

/** To be forgotten: what would be lost, then the wish confirmed or taken back, as the same words in chat do. */
export const actOnErasure = async (ports: OwnActPorts, person: string, asked: Asked): Promise<Answer> => {
  const back = asked.path.replace(/\/erase$/u, '');
  const read = Erase.safeParse(asked.fields);
  if (!read.success) return tell(asked, notUnderstood(asked), back);
  const { what, key } = read.data;
  const outcome = await actAs(ports, person, asked, { form: `erasure:${what}`, key, text: erasures[what] });
  const next = what === 'ask' ? eraseForm(asked, 'confirm', asked.path) : '';
  return tell(asked, outcome, back, outcome.kind === 'answered' ? next : '');
};
