import { el, icon } from './dom.js';
import { nextStep } from './guide-steps.js';
import { state, changed, onChange, onMessage } from './state.js';
import { fail, toast } from './toasts.js';
import { t } from './words.js';

const place = document.getElementById('guide');
const memory = JSON.parse(sessionStorage.getItem('linli.guide') ?? '{}');
let view = null;
let busy = false;
let asking = false;
let askAgain = false;
let cheered = memory.cheered ?? false;

const remember = () => sessionStorage.setItem('linli.guide', JSON.stringify({ ...memory, cheered }));

/** Looks at how things stand; while it looks, more news only means that it looks once more. */
const look = async () => {
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  try {
    view = await nextStep(memory);
    if (view.cheer && !cheered) {
      cheered = true;
      toast(view.cheer, 'cheer');
    }
  } catch {
    // The page hears of the next change, and looks again then.
  }
  asking = false;
  remember();
  changed();
  if (askAgain) {
    askAgain = false;
    void look();
  }
};

const restart = () => {
  for (const name of Object.keys(memory)) delete memory[name];
  cheered = false;
};

const press = async () => {
  busy = true;
  changed();
  try {
    if (view.again) restart();
    await view.run();
  } catch (error) {
    fail(error);
  }
  busy = false;
  await look();
};

const fold = () => {
  memory.folded = !memory.folded;
  remember();
  changed();
};

const dots = (step) =>
  el(
    'ol',
    { class: 'steps', 'aria-label': t('guide.step', { step }) },
    [1, 2, 3, 4, 5].map((each) => el('li', { class: each < step ? 'past' : each === step ? 'now' : '' })),
  );

const draw = () => {
  place.hidden = view === null;
  if (view === null) return;
  place.className = [view.big ? 'big' : '', memory.folded ? 'folded' : ''].join(' ');
  const hadFocus = place.contains(document.activeElement) && document.activeElement.className;
  const waiting = busy || state.moving;
  place.replaceChildren(
    dots(view.step),
    el('div', { class: 'say' }, el('p', {}, view.text), view.more ? el('small', {}, view.more) : null),
    view.label
      ? el(
          'button',
          { type: 'button', class: 'go', disabled: waiting, on: { click: press } },
          waiting ? '…' : view.label,
        )
      : null,
    el(
      'button',
      {
        type: 'button',
        class: 'fold',
        'aria-label': t('guide.close'),
        'aria-expanded': String(!memory.folded),
        on: { click: fold },
      },
      icon('close'),
    ),
  );
  if (hadFocus) place.querySelector(`.${hadFocus.split(' ')[0]}`)?.focus();
};

let stamp = '';
onChange(() => {
  const now = JSON.stringify([state.lang, state.moving, busy, view, memory.folded]);
  if (now === stamp) return;
  if (!stamp.startsWith(`["${state.lang}"`)) void look();
  stamp = now;
  draw();
});
onMessage.add(() => setTimeout(look, 50));
export const startGuide = look;
