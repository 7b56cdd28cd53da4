import { el } from './dom.js';
import { t } from './words.js';

const place = document.getElementById('toasts');

/** A short word at the bottom, gone after a while. */
export const toast = (text, kind = 'plain') => {
  const shown = el('p', { class: `toast ${kind}` }, text);
  place.append(shown);
  setTimeout(() => shown.remove(), kind === 'cheer' ? 4000 : 6000);
};

export const fail = (error) => {
  if (error.status === 413) toast(t('error.too-large'), 'bad');
  else if (error.status === undefined || error.status >= 500) toast(t('error.down'), 'bad');
  else toast(error.message, 'bad');
};
