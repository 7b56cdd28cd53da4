import * as api from './api.js';
import { el, icon } from './dom.js';
import { state, calm, changed, chatById, isOfficer, mainRole, open, speakerIn } from './state.js';
import { fail } from './toasts.js';
import { roleName, t } from './words.js';

export const samples = ['cars', 'water', 'lamp', 'litter', 'ebike', 'clean'];
export const samplePhoto = async (name) => (await fetch(`/sandbox/page/photos/${name}.jpg`)).blob();

const chooseSpeaker = (chat, id) => {
  state.speakers.set(chat.id, id);
  const member = chat.members.find((each) => each.id === id);
  // Who speaks here is the one whose private chat stands beside it.
  if (member && !isOfficer(member))
    void open('reporter', member.privateChat).then(() => ((state.tab = 'group'), changed()));
  changed();
};

const youAre = (chat) => {
  const speaker = speakerIn(chat.id);
  const as = (member) => `${member.name}${t('you.as', { role: roleName(mainRole(member)) })}`;
  if (chat.kind === 'private')
    return el('p', { class: 'you' }, t('you.are'), el('b', { data: { role: mainRole(speaker) } }, as(speaker)));
  return el(
    'label',
    { class: 'you' },
    t('you.are'),
    el(
      'select',
      { data: { role: mainRole(speaker) }, on: { change: ({ target }) => chooseSpeaker(chat, target.value) } },
      chat.members.map((member) => el('option', { value: member.id, selected: member.id === speaker.id }, as(member))),
    ),
  );
};

/** Where one writes; it lives as long as its pane shows the same chat, so that no half-written word is lost. */
export const makeComposer = (chatId) => {
  let photos = [];
  let trayOpen = false;
  const text = el('textarea', { rows: 1, maxLength: 60_000 });
  const who = el('div');
  const extras = el('div', { class: 'extras' });
  const tray = el('div', { class: 'tray', hidden: true });
  const send = el('button', { type: 'submit', class: 'send' }, icon('send'));
  const camera = el(
    'button',
    { type: 'button', class: 'camera', on: { click: () => showTray(!trayOpen) } },
    icon('camera'),
  );
  const file = el('input', {
    type: 'file',
    accept: 'image/*',
    hidden: true,
    on: { change: () => add([...file.files]) },
  });

  const grow = () => {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 110)}px`;
  };
  const add = (more) => {
    photos = [...photos, ...more];
    file.value = '';
    showTray(false);
    drawExtras();
    text.focus();
  };
  const drawExtras = () => {
    const replyTo = state.messages.get(chatId)?.get(state.replies.get(chatId));
    const cancel = () => (state.replies.delete(chatId), changed());
    extras.replaceChildren(
      ...(replyTo
        ? [
            el(
              'span',
              { class: 'replying' },
              t('say.replyTo', { text: replyTo.text.split('\n')[0].slice(0, 24) }),
              el('button', { type: 'button', 'aria-label': t('say.cancel'), on: { click: cancel } }, icon('close')),
            ),
          ]
        : []),
      ...photos.map((photo) => {
        const remove = () => ((photos = photos.filter((each) => each !== photo)), drawExtras());
        const url = URL.createObjectURL(photo);
        const image = el('img', { src: url, alt: '', on: { load: () => URL.revokeObjectURL(url) } });
        return el(
          'span',
          { class: 'picked' },
          image,
          el('button', { type: 'button', 'aria-label': t('say.remove'), on: { click: remove } }, icon('close')),
        );
      }),
    );
  };
  const showTray = (shown) => {
    trayOpen = shown;
    tray.hidden = !shown;
    camera.setAttribute('aria-expanded', String(shown));
    if (!shown) return;
    tray.replaceChildren(
      ...samples.map((name) =>
        el(
          'button',
          { type: 'button', on: { click: async () => add([await samplePhoto(name)]) } },
          el('img', { src: `/sandbox/page/photos/${name}.jpg`, alt: '' }),
          el('span', {}, t(`photo.${name}`)),
        ),
      ),
      el('button', { type: 'button', class: 'own', on: { click: () => file.click() } }, t('say.own')),
    );
    tray.querySelector('button').focus();
  };
  const submit = async (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === '' && photos.length === 0) return;
    send.disabled = true;
    try {
      await api.say(chatId, {
        from: speakerIn(chatId).id,
        text: words,
        photos,
        replyTo: state.replies.get(chatId) ?? null,
      });
      text.value = '';
      photos = [];
      state.replies.delete(chatId);
      calm(chatId);
      grow();
      changed();
    } catch (error) {
      fail(error);
    } finally {
      send.disabled = false;
      drawExtras();
    }
  };
  text.addEventListener('input', grow);
  text.addEventListener('keydown', (event) => {
    // While Chinese is being composed, Enter chooses a word.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void submit(event);
    if (event.key === 'Escape') showTray(false);
  });
  const form = el(
    'form',
    { class: 'composer', on: { submit } },
    who,
    tray,
    extras,
    el('div', { class: 'line' }, camera, text, send),
    file,
  );

  let stamp = '';
  return {
    form,
    draw: () => {
      const chat = chatById(chatId);
      if (chat === null) return;
      const now = JSON.stringify([state.lang, speakerIn(chatId)?.id, chat.members, state.replies.get(chatId)]);
      if (now === stamp) return;
      stamp = now;
      who.replaceChildren(youAre(chat));
      text.placeholder = t('say.placeholder');
      text.setAttribute('aria-label', t('say.placeholder'));
      send.setAttribute('aria-label', t('say.send'));
      camera.setAttribute('aria-label', t('say.photo'));
      drawExtras();
    },
  };
};
