// The little that a page does by itself; without it every page still works.
'use strict';

const said = document.getElementById('said');

/** What came of an action, for eyes and for screen readers. */
const say = (text) => {
  said.textContent = text;
  said.classList.add('shown');
  clearTimeout(say.timer);
  say.timer = setTimeout(() => said.classList.remove('shown'), 8000);
};

// The answer to an action brings what is to be said of it.
document.body.addEventListener('linli:said', (event) => say(event.detail.value ?? ''));

const errors = { zh: '没有连上，请再试一次。', en: 'No connection. Please try again.' };
document.body.addEventListener('htmx:error', () => say(errors[document.documentElement.lang.slice(0, 2)] ?? errors.zh));

// A page that waits for something that happens elsewhere looks again.
for (const waiting of document.querySelectorAll('[data-look-again]'))
  setInterval(async () => {
    const answer = await fetch(location.pathname, { redirect: 'manual', credentials: 'same-origin' });
    if (answer.type === 'opaqueredirect') location.assign('/board');
  }, Number(waiting.dataset.lookAgain));
