// The little that a page does by itself; without it every page still works.
'use strict';

const said = document.getElementById('said');
let quiet = 0;

/** What came of an action stands there for a while, for eyes and for screen readers. */
const shown = () => {
  said.classList.toggle('shown', said.textContent.trim() !== '');
  clearTimeout(quiet);
  quiet = setTimeout(() => said.classList.remove('shown'), 10000);
};
new MutationObserver(shown).observe(said, { childList: true, characterData: true, subtree: true });

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
  list.addEventListener('toggle', () => waiting && renew(), true);
  list.addEventListener('submit', (event) => {
    const details = event.target.closest('details');
    if (details) setTimeout(() => (details.open = false), 0);
  });
  addEventListener('pagehide', () => events.close());
}

/** Rows by keyboard: J, K, Enter; C takes, / searches. */
const rows = () => [...document.querySelectorAll('[data-row]')];
const move = (by) => {
  const all = rows();
  const here = all.findIndex((row) => row.classList.contains('here'));
  const next = all[Math.min(all.length - 1, Math.max(0, here + by))];
  for (const row of all) row.classList.toggle('here', row === next);
  next?.querySelector('a')?.focus();
};
const keys = {
  j: () => move(1),
  k: () => move(-1),
  c: () => document.querySelector('.row.here [data-act="claim"], .row.here [data-act="take-charge"]')?.click(),
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
