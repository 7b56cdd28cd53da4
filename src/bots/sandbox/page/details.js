import * as api from './api.js';
import { el, icon } from './dom.js';
import { state, changed, onChange, onMessage, personById, programNow } from './state.js';
import { moment, t } from './words.js';

const place = document.getElementById('details');
let cameFrom = null;

/** "#101" in why Linli did what it did, for a message that became a matter. */
const numberOf = (message) => message.matter ?? Number(/#(\d{3,9})/u.exec((message.why ?? []).join(' '))?.[1] ?? 0);

const load = async () => {
  const { number } = state.details ?? {};
  const ticket = number ? await api.getTicket(number).catch(() => null) : null;
  if (state.details?.number === number) state.details = { ...state.details, ticket, loaded: true };
  changed();
};

export const showDetails = (message, number = numberOf(message)) => {
  cameFrom = document.activeElement;
  state.details = { message, number, ticket: null, loaded: false };
  changed();
  void load();
};

const close = () => {
  state.details = null;
  changed();
  cameFrom?.focus?.();
};

// What is shown stays true while things go on.
onMessage.add(() => state.details?.number && void load());

const nameOf = (id) => (id === null ? null : (personById(id)?.name ?? id));
const namesOf = (ids) => ids.map(nameOf).join('、');
const section = (title, ...inner) => el('section', {}, el('h3', {}, title), ...inner);
const nothing = () => el('p', { class: 'none' }, t('details.none'));
const list = (items) => (items.length === 0 ? nothing() : el('ol', { class: 'line' }, items));
const when = (at) => el('time', { dateTime: at }, moment(at, programNow()));

const factsOf = (ticket) => {
  const truth = (value) => t(value ? 'details.yes' : 'details.no');
  const facts = [
    ...(ticket.place === null ? [] : [['details.place', ticket.place]]),
    ['details.reporters', namesOf(ticket.reporters)],
    ['details.owner', nameOf(ticket.owner) ?? t('details.nobody')],
    ...(ticket.dueAt === null ? [] : [['details.due', moment(ticket.dueAt, programNow())]]),
    ...(ticket.reopenings === 0 ? [] : [['details.reopenings', t('details.times', { count: ticket.reopenings })]]),
    ...(ticket.solved === null ? [] : [['details.solved', truth(ticket.solved)]]),
    ...(ticket.satisfied === null ? [] : [['details.satisfied', truth(ticket.satisfied)]]),
  ];
  return el(
    'dl',
    {},
    facts.flatMap(([key, value]) => [el('dt', {}, t(key)), el('dd', {}, value)]),
  );
};

const eventLine = ({ at, what, by, to }) =>
  el(
    'li',
    {},
    when(at),
    el(
      'span',
      {},
      el('b', {}, [nameOf(by), t(`event.${what}`)].filter(Boolean).join(' ')),
      to.length === 0 ? null : el('small', {}, `→ ${namesOf(to)}`),
    ),
  );

const clockLine = ({ at, what, level }) =>
  el('li', {}, when(at), el('span', {}, [t(`what.${what}`), level && t(`level.${level}`)].filter(Boolean).join(' → ')));

const postingLine = ({ at, entries }) =>
  el(
    'li',
    {},
    when(at),
    el(
      'span',
      {},
      entries.map(({ account, points }) =>
        el(
          'span',
          { class: `entry-line ${points > 0 ? 'plus' : 'minus'}` },
          `${nameOf(account.replace(/^person:/u, ''))} ${points > 0 ? '+' : '−'}${Math.abs(points)}`,
        ),
      ),
    ),
  );

const draw = () => {
  const { details } = state;
  place.hidden = details === null;
  document.body.classList.toggle('with-details', details !== null);
  if (details === null) return;
  const { message, number, ticket, loaded } = details;
  const scroll = place.scrollTop;
  const hadFocus = place.contains(document.activeElement);
  const why = message.why ?? [];
  const category = ticket?.categoryName?.[state.lang];
  place.setAttribute('aria-label', t('details.title'));
  const closing = el(
    'button',
    { type: 'button', class: 'close', 'aria-label': t('details.close'), on: { click: close } },
    icon('close'),
  );
  place.replaceChildren(
    el(
      'header',
      {},
      el('h2', {}, ticket ? `#${ticket.number} ${category ?? ''}` : t('details.title')),
      ticket && el('span', { class: 'state', data: { state: ticket.state } }, t(`state.${ticket.state}`)),
      closing,
    ),
    ...(ticket ? [factsOf(ticket)] : []),
    ...(why.length > 0 || message.from !== 'bot'
      ? [
          section(
            t('details.why'),
            why.length > 0
              ? el(
                  'ul',
                  { class: 'why-list' },
                  why.map((line) => el('li', {}, line)),
                )
              : nothing(),
          ),
        ]
      : []),
    ...(ticket
      ? [
          section(t('details.clocks'), list(ticket.clocks.map(clockLine))),
          section(t('details.history'), list(ticket.history.map(eventLine))),
          section(t('details.postings'), list(ticket.postings.map(postingLine))),
        ]
      : loaded
        ? [el('p', { class: 'none' }, number ? t('details.notFound', { number }) : t('details.noTicket'))]
        : []),
  );
  place.scrollTop = scroll;
  if (hadFocus || !place.dataset.open) closing.focus({ preventScroll: true });
  place.dataset.open = 'yes';
};

let shown = '';
onChange(() => {
  const { details, lang, chats } = state;
  const now = JSON.stringify([details, lang, chats.length]);
  if (now === shown) return;
  shown = now;
  if (details === null) delete place.dataset.open;
  draw();
});

document.addEventListener('keydown', ({ key }) => key === 'Escape' && state.details !== null && close());
