// The little that a page does by itself; without it every page still works.
'use strict';

const said = document.getElementById('said');
const refused = document.getElementById('refused');
let quiet = 0;

/** What came of an action stands there for a while, for eyes and for screen readers. */
const shown = () => {
  if (said.textContent === '') return;
  refused.textContent = '';
  clearTimeout(quiet);
  quiet = setTimeout(() => (said.textContent = ''), 10000);
};
/** What was not done stays until it is read. */
const stays = () => {
  if (refused.textContent !== '') said.textContent = '';
};
const whole = { childList: true, characterData: true, subtree: true };
new MutationObserver(shown).observe(said, whole);
new MutationObserver(stays).observe(refused, whole);
const close = () => (refused.textContent = '');
refused.addEventListener('click', (event) => event.target.closest('[data-close]') && close());
document.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
/** Nothing came back: nobody is to believe that it was done. What looks by itself looks again. */
document.addEventListener('htmx:error', ({ target }) => {
  if (target instanceof HTMLFormElement) refused.textContent = refused.dataset.offline;
});

/** On a telephone the line of pages is pushed to the one that is open. */
document.querySelector('.top nav [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });

/** Somebody is writing there: what they wrote is not taken away from under their hands. */
const isBusy = (list) => list.querySelector('details.act[open]') !== null;

for (const list of document.querySelectorAll('[data-live]')) {
  const events = new EventSource(list.dataset.live);
  let waiting = false;
  const renew = () => {
    waiting = isBusy(list);
    if (!waiting) htmx.trigger(list, 'linli:changed');
  };
  events.addEventListener('message', renew);
  // What was asked for before they began to write waits, too.
  list.addEventListener('htmx:before:swap', (event) => {
    if (event.target !== list || !isBusy(list)) return;
    event.preventDefault();
    waiting = true;
  });
  list.addEventListener('toggle', () => waiting && renew(), true);
  list.addEventListener('submit', (event) => {
    const details = event.target.closest('details');
    if (details) setTimeout(() => (details.open = false), 0);
  });
  addEventListener('pagehide', () => events.close());
}

/** What was sent is done: the form is empty for the next time. What was refused stands there to be put right. */
document.addEventListener('htmx:after:request', ({ target, detail }) => {
  if (!(target instanceof HTMLFormElement) || !target.closest('.act')) return;
  if (detail.ctx.response?.status < 400) target.reset();
  else target.closest('.act').open = true;
});

/** Rows by keyboard: J, K, Enter; C takes, D is done, H hands over, N notes; / searches. */
const rows = () => [...document.querySelectorAll('[data-row]')];
let chosen = '';
const mark = () => {
  for (const row of rows()) row.classList.toggle('here', row.dataset.row === chosen);
};
const move = (by) => {
  const all = rows();
  const here = all.findIndex((row) => row.dataset.row === chosen);
  const next = all[Math.min(all.length - 1, Math.max(0, here + by))];
  chosen = next?.dataset.row ?? '';
  mark();
  next?.querySelector('a')?.focus();
};
/** Whoever looks at a row keeps it while the list changes. */
document.addEventListener('htmx:after:swap', mark);
const press = (...acts) => document.querySelector(acts.map((act) => `.row.here [data-act="${act}"]`).join())?.click();
const open = (act) => {
  const summary = document.querySelector(`.row.here summary[data-act="${act}"]`);
  if (!summary) return;
  summary.parentElement.open = true;
  summary.parentElement.querySelector('input[name="words"]')?.focus();
};
const keys = {
  j: () => move(1),
  k: () => move(-1),
  c: () => press('claim', 'take-charge'),
  d: () => open('resolve'),
  h: () => open('hand-over'),
  n: () => open('note'),
  '/': () => location.assign('/board/tickets'),
};
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  const act = keys[event.key];
  if (!act || rows().length === 0) return;
  event.preventDefault();
  act();
});

// A page that waits for something that happens elsewhere looks again.
for (const waiting of document.querySelectorAll('[data-look-again]'))
  setInterval(async () => {
    const answer = await fetch(location.pathname, { redirect: 'manual', credentials: 'same-origin' });
    if (answer.type === 'opaqueredirect') location.assign('/board');
  }, Number(waiting.dataset.lookAgain));
