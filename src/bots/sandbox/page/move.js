import * as api from './api.js';
import { state, changed, loadChats, loadClock, onMessage, programNow } from './state.js';
import { fail } from './toasts.js';
import { minuteOfDay } from './words.js';

/** The next 8:00 of the demo neighbourhood. */
export const untilMorning = () => {
  const now = programNow();
  const minutes = (8 * 60 - minuteOfDay(now) + 24 * 60) % (24 * 60) || 24 * 60;
  return new Date(Math.floor(now / 60_000) * 60_000 + minutes * 60_000).toISOString();
};

/** Moves the clock; what the bot said or changed meanwhile becomes a list that leads there. */
export const move = async (how) => {
  if (state.moving) return;
  const said = new Map();
  const note = (chat, message, isNew) => {
    if (message.from === 'bot')
      said.set(`${chat}/${message.id}`, { chat, message, isNew: isNew || said.get(`${chat}/${message.id}`)?.isNew });
  };
  state.moving = true;
  state.happened = null;
  onMessage.add(note);
  changed();
  try {
    await api.moveClock(how);
    // The last of what was said may still be on its way to this page.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await Promise.all([loadClock(), loadChats()]);
    const items = [...said.values()].sort((one, other) =>
      (one.message.editedAt ?? one.message.at).localeCompare(other.message.editedAt ?? other.message.at),
    );
    state.happened = { now: state.clock.now, items };
  } catch (error) {
    fail(error);
  } finally {
    onMessage.delete(note);
    state.moving = false;
    changed();
  }
};
