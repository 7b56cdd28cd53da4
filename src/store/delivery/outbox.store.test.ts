import { aCardSay, aDraft, aSay, aTicketRef } from '../../../test/support/a-commit';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Say } from '../../domain/decision';
import type { OutboxDraft, OutboxRow } from '../../usecases/ports';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const noon = new Date('2026-11-20T04:00:00.000Z');
const night = new Date('2026-11-20T15:00:00.000Z');
const morning = '2026-11-20T23:00:00.000Z';
const later = (ms: number) => new Date(Date.now() + ms);
const now = (program = noon) => ({ program, machine: new Date() });
const matter = aTicketRef();

const chatNumber = (() => {
  let last = 0;
  return () => `chat-${(last += 1)}`;
})();

/** A chat of its own, with a drain that may send. */
const aChat = () => {
  const chat = chatNumber();
  const { outbox } = opened.store;
  let fence = 1;
  const add = async (...drafts: readonly OutboxDraft[]) => {
    await outbox.add(drafts.map((draft) => ({ ...draft, effect: `${chat} ${draft.effect}`, chat })));
  };
  const effect = (row: OutboxRow | null) => row?.effect.slice(chat.length + 1) ?? null;
  const next = async (at = now()) => effect(await outbox.next(chat, at));
  const row = async (at = now()) => {
    const found = await outbox.next(chat, at);
    if (found === null) throw new Error('Nothing to send.');
    return found;
  };
  const send = async (at = now()) => {
    const { id } = await row(at);
    expect(await outbox.begin(id, fence)).toBe(true);
    await outbox.sent(id, [`native-${id}`]);
    return effect(await outbox.byId(id));
  };
  const sendAll = async (at = now()) => {
    const sent: (string | null)[] = [];
    while ((await outbox.next(chat, at)) !== null) sent.push(await send(at));
    return sent;
  };
  return { chat, add, next, row, send, sendAll, crash: () => (fence += 1) };
};

const ofMatter = (effect: string, matterVersion: number, say: Say = aSay()) =>
  aDraft(effect, { matter, matterVersion, say });

describe('order', () => {
  test('rows of a chat go out in the order in which they were added', async () => {
    const { add, sendAll } = aChat();
    await add(aDraft('1'), aDraft('2'));
    await add(aDraft('3'));
    expect(await sendAll()).toEqual(['1', '2', '3']);
  });

  test('a critical row goes first', async () => {
    const { add, sendAll } = aChat();
    await add(aDraft('1'), aDraft('alarm', { say: aSay({ urgency: 'critical' }) }));
    expect(await sendAll()).toEqual(['alarm', '1']);
  });

  test('a critical row waits for earlier rows of its own matter only', async () => {
    const { add, sendAll } = aChat();
    const other = aTicketRef({ id: 'other', number: 102 });
    await add(
      aDraft('other', { matter: other, matterVersion: 1 }),
      ofMatter('first', 1),
      ofMatter('alarm', 2, aSay({ urgency: 'critical' })),
    );
    expect(await sendAll()).toEqual(['other', 'first', 'alarm']);
  });

  test('a later row of a matter waits while an earlier one is in back-off; other matters go on', async () => {
    const { add, row, next, sendAll } = aChat();
    await add(ofMatter('first', 1), ofMatter('second', 2), aDraft('else'));
    const first = await row();
    await opened.store.outbox.begin(first.id, 1);
    await opened.store.outbox.postpone(first.id, later(60_000), '429');
    expect(await sendAll()).toEqual(['else']);
    expect(await next({ program: noon, machine: later(61_000) })).toBe('first');
  });

  test('a row of an earlier version goes first though a host with a wrong clock dated it later', async () => {
    const { add, sendAll } = aChat();
    await add(ofMatter('version 6', 6));
    await add(ofMatter('version 5', 5));
    expect(await sendAll()).toEqual(['version 5', 'version 6']);
  });

  test('a question waits for an earlier question of this chat, also of another matter', async () => {
    const { add, row, next } = aChat();
    const other = aTicketRef({ id: 'other', number: 102 });
    await add(
      ofMatter('question 1', 1, aSay({ question: true })),
      aDraft('question 2', { matter: other, matterVersion: 1, say: aSay({ question: true }) }),
    );
    const first = await row();
    await opened.store.outbox.begin(first.id, 1);
    await opened.store.outbox.postpone(first.id, later(60_000), 'network');
    expect(await next()).toBeNull();
  });

  test('what is held for the morning waits for it, and keeps ordinary rows of its matter behind it', async () => {
    const { add, next, sendAll } = aChat();
    await add(
      ofMatter('held', 1, aSay({ urgency: 'ordinary', holdUntil: morning })),
      ofMatter('ordinary', 2, aSay({ urgency: 'ordinary' })),
    );
    expect(await next(now(night))).toBeNull();
    expect(await sendAll(now(new Date(morning)))).toEqual(['held', 'ordinary']);
  });

  test('an answer or an alarm at night does not wait for what is held for the morning', async () => {
    const { add, sendAll } = aChat();
    await add(
      ofMatter('held', 1, aSay({ urgency: 'ordinary', holdUntil: morning })),
      ofMatter('answer', 2),
      ofMatter('alarm', 3, aSay({ urgency: 'critical' })),
    );
    expect(await sendAll(now(night))).toEqual(['answer', 'alarm']);
  });
});

describe('cards', () => {
  test('an edit waits for the first send of its card', async () => {
    const { add, row, next, sendAll } = aChat();
    await add(ofMatter('send', 1, aCardSay('send')), ofMatter('edit', 2, aCardSay('edit')));
    const send = await row();
    await opened.store.outbox.begin(send.id, 1);
    await opened.store.outbox.postpone(send.id, later(1_000), 'network');
    expect(await next()).toBeNull();
    expect(await sendAll({ program: noon, machine: later(2_000) })).toEqual(['send', 'edit']);
  });

  test('an edit of any urgency waits for its card even when that is held for the morning', async () => {
    const { add, next } = aChat();
    await add(
      ofMatter('send', 1, aCardSay('send', { holdUntil: morning })),
      ofMatter('edit', 2, aCardSay('edit', { urgency: 'prompt' })),
    );
    expect(await next(now(night))).toBeNull();
  });

  test('an answer at night does not wait for an edit that waits for its held card, whatever a host dated it', async () => {
    const { add, next, sendAll } = aChat();
    await add(
      ofMatter('send', 1, aCardSay('send', { urgency: 'ordinary', holdUntil: morning })),
      ofMatter('edit', 2, aCardSay('edit', { urgency: 'prompt' })),
      ofMatter('later answer', 4),
      ofMatter('answer', 3),
    );
    expect(await sendAll(now(night))).toEqual(['answer', 'later answer']);
    expect(await next(now(night))).toBeNull();
    expect(await sendAll(now(new Date(morning)))).toEqual(['send', 'edit']);
  });

  test('edits of one card that wait together are said once, by the last', async () => {
    const { add, send, sendAll } = aChat();
    await add(ofMatter('send', 1, aCardSay('send')));
    await send();
    await add(ofMatter('edit 1', 2, aCardSay('edit')), ofMatter('words', 3));
    await add(ofMatter('edit 2', 4, aCardSay('edit')), ofMatter('edit 3', 5, aCardSay('edit')));
    expect(await sendAll()).toEqual(['words', 'edit 3']);
    expect((await opened.store.outbox.counts()).undelivered).toBe(
      (await opened.store.outbox.undelivered(1_000)).length,
    );
  });

  test('a final edit does not give way to one that is not', async () => {
    const { add, send, sendAll } = aChat();
    await add(ofMatter('send', 1, aCardSay('send')));
    await send();
    await add(ofMatter('final', 2, aCardSay('edit', { final: true })), ofMatter('reopened', 3, aCardSay('edit')));
    expect(await sendAll()).toEqual(['final', 'reopened']);
  });

  test('an edit that is held does not keep an earlier one back', async () => {
    const { add, send, sendAll } = aChat();
    await add(ofMatter('send', 1, aCardSay('send')));
    await send();
    await add(ofMatter('edit', 2, aCardSay('edit')), ofMatter('held', 3, aCardSay('edit', { holdUntil: morning })));
    expect(await sendAll(now(night))).toEqual(['edit']);
  });

  test('the card is found where it was sent', async () => {
    const { chat, add, send } = aChat();
    await add(ofMatter('send', 1, aCardSay('send')), ofMatter('edit', 2, aCardSay('edit')));
    expect(await opened.store.outbox.card(matter.id, 'group', chat)).toMatchObject({ state: 'ready', sentAs: [] });
    await send();
    const card = await opened.store.outbox.card(matter.id, 'group', chat);
    expect(card).toMatchObject({ state: 'sent', sentAs: [`native-${card?.id}`] });
    expect(await opened.store.outbox.card(matter.id, 'handler', chat)).toBeNull();
  });
});

describe('fences and doubles', () => {
  test('a row found in sending after a crash is sent again, and counted once', async () => {
    const { add, row, crash, next } = aChat();
    const { outbox } = opened.store;
    const before = (await outbox.counts()).doubles;
    await add(aDraft('row'));
    const { id } = await row();
    expect(await outbox.begin(id, 1)).toBe(true);
    crash();
    expect(await next()).toBe('row');
    expect(await outbox.begin(id, 2)).toBe(true);
    await outbox.sent(id, ['n1']);
    expect(await outbox.byId(id)).toMatchObject({ state: 'sent', doubles: 1, attempts: 2 });
    expect((await outbox.counts()).doubles).toBe(before + 1);
    expect(await next()).toBeNull();
  });

  test('two drains of one fence cannot both begin a row', async () => {
    const { add, row } = aChat();
    await add(aDraft('row'));
    const { id } = await row();
    const begun = await Promise.all(Array.from({ length: 5 }, () => opened.store.outbox.begin(id, 3)));
    expect(begun.filter((mine) => mine)).toHaveLength(1);
  });

  test('an old holder of the lease begins nothing more, not even a row that the new one has not touched', async () => {
    const { chat, add, row } = aChat();
    const { outbox, leases } = opened.store;
    const old = await leases.take(chat, 'old', 30);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const fresh = await leases.take(chat, 'new', 10_000);
    if (old === null || fresh === null) throw new Error('No lease.');
    await add(aDraft('1'), aDraft('2'));
    const first = await row();
    expect(await outbox.begin(first.id, fresh.fence)).toBe(true);
    const second = (await outbox.undelivered(1_000)).find(({ effect }) => effect === `${chat} 2`);
    expect(await outbox.begin(second?.id ?? '', old.fence)).toBe(false);
    expect(await outbox.begin(first.id, old.fence)).toBe(false);
    expect(await outbox.byId(first.id)).toMatchObject({ doubles: 0, state: 'sending' });
  });

  test('a lost answer waits, and the same drain sends it again as a double', async () => {
    const { add, row, next } = aChat();
    const { outbox } = opened.store;
    await add(aDraft('row'));
    const { id } = await row();
    await outbox.begin(id, 4);
    await outbox.interrupted(id, later(1_000), 'time-out');
    expect(await next()).toBeNull();
    expect(await next({ program: noon, machine: later(2_000) })).toBe('row');
    expect(await outbox.begin(id, 4)).toBe(true);
    expect(await outbox.byId(id)).toMatchObject({ doubles: 1, state: 'sending' });
  });

  test('what was sent or given up is not begun again', async () => {
    const { add, row } = aChat();
    const { outbox } = opened.store;
    await add(aDraft('sent'));
    const sent = await row();
    await outbox.begin(sent.id, 1);
    await outbox.sent(sent.id, ['n']);
    await add(aDraft('given up'));
    const lost = await row();
    const before = (await outbox.counts()).givenUp;
    await outbox.giveUp(lost.id, 'the chat is gone');
    expect([await outbox.begin(sent.id, 9), await outbox.begin(lost.id, 9)]).toEqual([false, false]);
    expect(await outbox.byId(lost.id)).toMatchObject({ state: 'given-up', lastError: 'the chat is gone' });
    expect((await outbox.counts()).givenUp).toBe(before + 1);
  });
});

describe('what is due', () => {
  test('a chat is due when a row may be sent now or its sending was interrupted, the critical first', async () => {
    const { outbox } = opened.store;
    const [plain, critical, held, interrupted] = [aChat(), aChat(), aChat(), aChat()];
    await plain.add(aDraft('plain'));
    await interrupted.add(aDraft('interrupted'));
    await outbox.begin((await interrupted.row()).id, 1);
    await held.add(aDraft('held', { say: aSay({ holdUntil: morning }) }));
    await critical.add(aDraft('critical', { say: aSay({ urgency: 'critical' }) }));
    const due = await outbox.chatsDue(now(night), 1_000);
    expect(due[0]).toBe(critical.chat);
    expect(due).toEqual(expect.arrayContaining([plain.chat, interrupted.chat]));
    expect(due).not.toContain(held.chat);
    expect(await outbox.chatsDue(now(new Date(morning)), 1_000)).toContain(held.chat);
  });

  test('the next moment of a chat is the end of a back-off or of a hold, whichever comes first', async () => {
    const { chat, add, row } = aChat();
    const { outbox } = opened.store;
    const at = { program: night, machine: new Date() };
    await add(aDraft('held', { say: aSay({ holdUntil: morning }) }));
    const inEightHours = new Date(at.machine.getTime() + Date.parse(morning) - night.getTime());
    expect(await outbox.nextTry(chat, at)).toEqual(inEightHours);
    await add(aDraft('postponed'));
    const postponed = await row(at);
    const notBefore = new Date(at.machine.getTime() + 5_000);
    await outbox.postpone(postponed.id, notBefore, '429');
    expect(await outbox.nextTry(chat, at)).toEqual(notBefore);
  });

  test('the earliest held moment after another is found', async () => {
    const { add } = aChat();
    await add(
      aDraft('far', { say: aSay({ holdUntil: '2031-01-02T00:00:00.000Z' }) }),
      aDraft('near', { say: aSay({ holdUntil: '2031-01-01T00:00:00.000Z' }) }),
    );
    const { outbox } = opened.store;
    expect(await outbox.nextHeld(new Date('2030-06-01T00:00:00.000Z'))).toEqual(new Date('2031-01-01T00:00:00.000Z'));
    expect(await outbox.nextHeld(new Date('2031-01-01T00:00:00.000Z'))).toEqual(new Date('2031-01-02T00:00:00.000Z'));
    expect(await outbox.nextHeld(new Date('2040-01-01T00:00:00.000Z'))).toBeNull();
  });
});

describe('what was said', () => {
  test('a reply finds our message by the id that the platform gave it', async () => {
    const { chat, add, row } = aChat();
    const { outbox } = opened.store;
    await add(aDraft('album'));
    const { id } = await row();
    await outbox.begin(id, 1);
    await outbox.sent(id, ['11', '12']);
    expect(await outbox.bySentAs(chat, '12')).toMatchObject({ id });
    expect(await outbox.bySentAs(chat, '13')).toBeNull();
    expect(await outbox.bySentAs('elsewhere', '12')).toBeNull();
  });

  test('the newest question that was sent and not answered is the open one', async () => {
    const { chat, add, send } = aChat();
    const { outbox } = opened.store;
    const other = aTicketRef({ id: 'other', number: 102 });
    await add(
      ofMatter('asked', 1, aSay({ question: true })),
      aDraft('asked last', { matter: other, matterVersion: 1, say: aSay({ question: true }) }),
      ofMatter('no question', 2),
    );
    expect(await outbox.openQuestion(chat)).toBeNull();
    await send();
    await send();
    const open = await outbox.openQuestion(chat);
    expect(open?.effect).toBe(`${chat} asked last`);
    await outbox.closeQuestion(open?.id ?? '');
    expect((await outbox.openQuestion(chat))?.effect).toBe(`${chat} asked`);
  });

  test('an answer closes the same question asked again', async () => {
    const { chat, add, send } = aChat();
    const { outbox } = opened.store;
    await add(ofMatter('asked', 1, aSay({ question: true })));
    await send();
    await add(ofMatter('asked again', 2, aSay({ question: true })));
    await send();
    await outbox.closeQuestion((await outbox.openQuestion(chat))?.id ?? '');
    expect(await outbox.openQuestion(chat)).toBeNull();
  });

  test('what went without a photo is found by the photo', async () => {
    const { add, row } = aChat();
    const { outbox } = opened.store;
    await add(aDraft('with photos'));
    const { id } = await row();
    await outbox.goesWithout(id, ['p1', 'p2']);
    await outbox.goesWithout(id, ['p2']);
    expect(await outbox.without('p2')).toEqual([expect.objectContaining({ id, withoutPhotos: ['p1', 'p2'] })]);
    expect(await outbox.without('p3')).toEqual([]);
  });

  test('a known effect adds nothing', async () => {
    const { outbox } = opened.store;
    expect(await outbox.add([aDraft('greeting'), aDraft('greeting')])).toHaveLength(1);
    expect(await outbox.add([aDraft('greeting')])).toEqual([]);
  });
});
