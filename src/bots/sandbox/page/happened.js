import { el, icon } from './dom.js';
import { pointAt } from './panes.js';
import { state, changed, chatById, onChange, openChat } from './state.js';
import { clockTime, moment, t } from './words.js';

const place = document.getElementById('toasts');
const panel = el('section', { id: 'happened', hidden: true });
place.before(panel);

const close = () => {
  state.happened = null;
  changed();
};

const goTo = async (chat, id) => {
  await openChat(chat);
  pointAt(id);
};

const line = ({ chat, message }, now) =>
  el(
    'li',
    {},
    el(
      'button',
      { type: 'button', on: { click: () => goTo(chat, message.id) } },
      el('time', {}, moment(message.editedAt ?? message.at, now)),
      el('b', {}, t('happened.to', { chat: chatById(chat)?.title ?? chat })),
      el('span', {}, message.text.split('\n')[0]),
    ),
  );

/** After the clock was moved: what was said meanwhile, each line leading there. */
onChange(() => {
  const { happened } = state;
  panel.hidden = happened === null;
  if (happened === null) return;
  panel.setAttribute('aria-label', t('happened.title', { time: clockTime(happened.now) }));
  panel.replaceChildren(
    el(
      'header',
      {},
      el('h2', {}, t('happened.title', { time: clockTime(happened.now) })),
      el(
        'button',
        { type: 'button', class: 'close', 'aria-label': t('happened.close'), on: { click: close } },
        icon('close'),
      ),
    ),
    happened.items.length === 0
      ? el('p', {}, t('happened.none'))
      : el(
          'ol',
          {},
          happened.items.map((item) => line(item, happened.now)),
        ),
  );
});

document.addEventListener('keydown', ({ key }) => key === 'Escape' && state.happened !== null && close());
