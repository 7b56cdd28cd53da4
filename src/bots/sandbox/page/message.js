import * as api from './api.js';
import { el, icon } from './dom.js';
import { avatar } from './places.js';
import { state, calm, changed, chatById, mainRole, personById, programNow, speakerIn } from './state.js';
import { showDetails } from './details.js';
import { fail, toast } from './toasts.js';
import { moment, t } from './words.js';

const lead = (event, message, piece) => {
  event.preventDefault();
  showDetails(message, Number(piece.slice(1)));
};

const number = String.raw`#\d{3,9}(?!\d|楼|栋|幢|单元|室|点|元|人)`;
const address = String.raw`https?:\/\/[\w.:/?=&%~-]+`;
const special = new RegExp(`(${number}|${address})`, 'u');

const leadTo = (message, piece) =>
  el('a', { href: piece, class: 'number', on: { click: (event) => lead(event, message, piece) } }, piece);

/** Only what Linli says opens something: whatever somebody typed stays words. */
const open = (message, piece) =>
  message.from === 'bot' ? el('a', { href: piece, target: '_blank', rel: 'noopener noreferrer' }, piece) : piece;

/** A number of ours in the words leads to what is known of it, an address of ours to its page. */
const wordsOf = (text, message) =>
  text
    .split(special)
    .map((piece, index) =>
      index % 2 === 0 ? piece : piece.startsWith('#') ? leadTo(message, piece) : open(message, piece),
    );

const press = async (message, choice, pressed) => {
  const speaker = speakerIn(message.chat);
  pressed.disabled = true;
  try {
    const { notice } = await api.choose(message.chat, message.id, speaker.id, choice.id);
    if (notice) toast(notice);
    calm(message.chat);
  } catch (error) {
    fail(error);
  } finally {
    pressed.disabled = false;
  }
};

const choicesOf = (message) => {
  if (message.choices.length === 0) return null;
  if (state.wechat)
    return el(
      'div',
      { class: 'typed' },
      message.choices.map(({ label }, index) => el('span', {}, t('chat.type', { index: index + 1, label }))),
      el('small', {}, t('chat.typeHint')),
    );
  return el(
    'div',
    { class: 'choices' },
    message.choices.map((choice) =>
      el(
        'button',
        {
          type: 'button',
          class: 'choice',
          data: { choice: choice.id },
          on: { click: ({ currentTarget }) => press(message, choice, currentTarget) },
        },
        choice.label,
      ),
    ),
  );
};

const quoteOf = (message) => {
  if (message.replyTo === null) return null;
  const answered = state.messages.get(message.chat)?.get(message.replyTo);
  return el('div', { class: 'quote' }, answered ? answered.text.split('\n')[0] || '…' : '…');
};

const reply = (message) => {
  state.replies.set(message.chat, message.id);
  calm(message.chat);
  changed();
  document.querySelector(`[data-chat="${CSS.escape(message.chat)}"] textarea`)?.focus();
};

const photosOf = (message, name) =>
  message.photos.map((url) =>
    el(
      'a',
      { href: url, target: '_blank', rel: 'noopener', class: 'photo' },
      el('img', { src: url, alt: t('photo.alt', { name }), loading: 'lazy' }),
    ),
  );

const silenceOf = (message) => {
  if (message.from === 'bot' || !message.silent || !message.handled || chatById(message.chat)?.kind !== 'group')
    return null;
  return el('p', { class: 'silent' }, t('chat.silent', { why: message.why?.join('；') || t('chat.chatter') }));
};

const tools = (message) =>
  el(
    'div',
    { class: 'tools' },
    el(
      'button',
      {
        type: 'button',
        'aria-label': `${t('say.reply')}：${message.text.slice(0, 20)}`,
        title: t('say.reply'),
        on: { click: () => reply(message) },
      },
      icon('reply'),
    ),
    el(
      'button',
      {
        type: 'button',
        class: 'why',
        'aria-label': `${t('details.title')}：${message.text.slice(0, 20)}`,
        on: { click: () => showDetails(message) },
      },
      '?',
    ),
  );

/** One message as a bubble; pressing it shows how it came about. */
export const bubble = (message) => {
  const isBot = message.from === 'bot';
  const person = isBot
    ? null
    : (personById(message.from) ?? chatById(message.chat)?.members.find(({ id }) => id === message.from));
  const name = isBot ? t('title') : (person?.name ?? message.from);
  const role = isBot ? 'bot' : person ? mainRole(person) : 'guest';
  const own = !isBot && speakerIn(message.chat)?.id === message.from;
  const when = el(
    'small',
    { class: 'when' },
    moment(message.at, programNow()),
    message.editedAt === null ? null : ` · ${t('chat.edited')}`,
  );
  const body =
    message.deletedAt === null
      ? [
          quoteOf(message),
          ...photosOf(message, name),
          message.voice ? el('span', { class: 'voice' }, `▸ ${t('chat.voice')}`) : null,
          message.text === '' ? null : el('p', { class: 'words' }, wordsOf(message.text, message)),
          choicesOf(message),
        ]
      : [el('p', { class: 'recalled' }, t('chat.recalled'))];
  const box = el(
    'div',
    {
      class: `box${message.matter === null ? '' : ' card'}`,
      on: { click: ({ target }) => target.closest('button, a') === null && showDetails(message) },
    },
    ...body,
  );
  return el(
    'article',
    { class: `message${isBot ? ' bot' : ''}${own ? ' own' : ''}` },
    avatar(name, role),
    el(
      'div',
      { class: 'column' },
      el('div', { class: 'from', data: { role } }, name, ' ', when),
      el('div', { class: 'row' }, box, message.deletedAt === null ? tools(message) : null),
      silenceOf(message),
    ),
  );
};

export const stampOf = (message) =>
  JSON.stringify([
    message,
    state.lang,
    state.wechat,
    speakerIn(message.chat)?.id === message.from,
    state.messages.get(message.chat)?.has(message.replyTo),
  ]);
