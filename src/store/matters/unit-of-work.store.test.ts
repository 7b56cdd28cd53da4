import { setTimeout as sleep } from 'node:timers/promises';
import { aChange, aCommit, aDraft, aTicketRef } from '../../../test/support/a-commit';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { GuardWrite } from '../../domain/decision';
import type { AccountId } from '../../domain/points/account';
import type { Posting } from '../../domain/points/posting';
import type { Commit, CommitOutcome } from '../../usecases/ports';

const at = '2026-11-20T02:00:00.000Z';
const li: AccountId = 'person:li';
const issued: AccountId = 'issued:report';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const commit = (given: Commit): Promise<CommitOutcome> => opened.store.unitOfWork.commit(given);
const kinds = (outcomes: readonly CommitOutcome[]) => outcomes.map(({ kind }) => kind).sort();
const guard = async (id: string) => (await opened.store.matters.guards([id]))[0];
const posting = (cause: string, points: number): Posting => ({
  cause,
  at,
  reason: 'report',
  entries: [
    { account: li, points },
    { account: issued, points: -points },
  ],
});
const number = (() => {
  let last = 1000;
  return () => (last += 1);
})();
const fresh = (id: string) => ({ ref: aTicketRef({ id, number: number() }) });

describe('a commit', () => {
  test('stores state, events, words, wanted photos, rows, postings and people together', async () => {
    const ref = aTicketRef({ id: 'whole', number: 101 });
    const source = { platform: 'telegram', ref: 'f1', kind: 'photo' as const, mime: null, bytes: null };
    const outcome = await commit(
      aCommit('whole', {
        changes: [
          aChange({
            ref,
            state: { phase: 'reported', tags: [], empty: {} },
            events: [
              { kind: 'reported', at },
              { kind: 'dispatched', at },
            ],
            dueAt: '2026-11-20T03:00:00.000Z',
            index: { open: true, people: ['li'], owner: 'wang', category: 'parking', area: 'b6' },
          }),
        ],
        words: [{ id: 'w1', matter: 'whole', by: 'li', text: '<script> $where ../ 停满了', at }],
        photos: [{ id: 'p1', matter: 'whole', by: 'li', source, at }],
        outbox: [aDraft('whole received li', { matter: ref, matterVersion: 1 })],
        postings: [posting('whole report', 10)],
        people: [{ id: 'li', name: '李', roles: [], building: null, language: 'zh', guest: true }],
      }),
    );
    const [row] = await opened.store.outbox.undelivered(1);
    expect(row).toMatchObject({ effect: 'whole received li', matter: ref, matterVersion: 1, state: 'ready' });
    expect(outcome).toEqual({ kind: 'committed', rows: [{ id: row?.id, chat: 'chat-1', urgency: 'prompt' }] });
    expect(row?.id).toMatch(/^[\w-]{16}$/);
    const { matters, words, photos, ledger, people } = opened.store;
    const stored = { ref, version: 1, state: { phase: 'reported', tags: [], empty: {} } };
    expect(await matters.load('whole')).toEqual(stored);
    expect(await matters.byNumber(101)).toEqual(stored);
    expect(await matters.find({ person: 'li', open: true, limit: 5 })).toEqual([stored]);
    expect(await matters.find({ owner: 'wang', kind: 'ticket', limit: 5 })).toEqual([stored]);
    expect(await matters.find({ owner: 'li', limit: 5 })).toEqual([]);
    expect(await matters.events('whole')).toEqual([
      { kind: 'reported', at },
      { kind: 'dispatched', at },
    ]);
    expect(await matters.due('2026-11-20T02:59:59.999Z', 5)).toEqual([]);
    expect(await matters.due('2026-11-20T03:00:00.000Z', 5)).toEqual([
      { ref, version: 1, dueAt: '2026-11-20T03:00:00.000Z' },
    ]);
    expect(await matters.handled('whole')).toBe(true);
    expect(await matters.handled('other')).toBe(false);
    expect(await words.byIds(['none', 'w1'])).toEqual([
      { id: 'w1', matter: 'whole', by: 'li', text: '<script> $where ../ 停满了', at },
    ]);
    expect(await photos.byId('p1')).toMatchObject({ id: 'p1', state: 'wanted', place: null, source });
    expect(await ledger.balance(li)).toBe(10);
    expect(await people.byId('li')).toMatchObject({ name: '李', guest: true });
  });

  test('whose cause was committed before changes nothing', async () => {
    await commit(aCommit('twice', { changes: [aChange(fresh('twice'))] }));
    const again = aCommit('twice', {
      changes: [aChange({ ref: aTicketRef({ id: 'twice' }), expectedVersion: 1, state: { phase: 'claimed' } })],
      outbox: [aDraft('twice again')],
    });
    expect(await commit(again)).toEqual({ kind: 'repeated' });
    expect(await opened.store.matters.load('twice')).toMatchObject({ version: 1, state: { phase: 'reported' } });
    expect(await opened.store.outbox.undelivered(100)).not.toContainEqual(
      expect.objectContaining({ effect: 'twice again' }),
    );
  });

  test('said ten times at once is committed once, and all others hear so when they try again', async () => {
    const once = aCommit('at once', { changes: [aChange(fresh('at-once'))], outbox: [aDraft('at once row')] });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => commit(once)));
    expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    expect(await commit(once)).toEqual({ kind: 'repeated' });
  });

  test('on an old version is a conflict and leaves no trace, its cause included', async () => {
    const { ref } = fresh('old');
    await commit(aCommit('old 1', { changes: [aChange({ ref })] }));
    await commit(aCommit('old 2', { changes: [aChange({ ref, expectedVersion: 1 })] }));
    const late = {
      changes: [aChange({ ref, expectedVersion: 1 })],
      outbox: [aDraft('old row')],
      postings: [posting('old', 5)],
    };
    expect(await commit(aCommit('old 3', late))).toEqual({ kind: 'conflict' });
    expect(await opened.store.matters.handled('old 3')).toBe(false);
    expect(await opened.store.matters.events('old')).toHaveLength(2);
    expect(await opened.store.ledger.statement(li, 10)).not.toContainEqual(expect.objectContaining({ cause: 'old' }));
  });

  test('that begins a matter which exists, or takes a number which is taken, is a conflict', async () => {
    const { ref } = fresh('begun');
    await commit(aCommit('begun 1', { changes: [aChange({ ref })] }));
    expect(await commit(aCommit('begun 2', { changes: [aChange({ ref })] }))).toEqual({ kind: 'conflict' });
    const sameNumber = aTicketRef({ id: 'begun-too', number: ref.number });
    expect(await commit(aCommit('begun 3', { changes: [aChange({ ref: sameNumber })] }))).toEqual({ kind: 'conflict' });
  });

  test('changes several matters together or none', async () => {
    const [one, two] = [fresh('several-1').ref, fresh('several-2').ref];
    await commit(aCommit('several', { changes: [aChange({ ref: one }), aChange({ ref: two })] }));
    const half = { changes: [aChange({ ref: one, expectedVersion: 1 }), aChange({ ref: two, expectedVersion: 7 })] };
    expect(await commit(aCommit('several half', half))).toEqual({ kind: 'conflict' });
    expect(await opened.store.matters.load('several-1')).toMatchObject({ version: 1 });
  });

  test('that names a matter twice is a bug and says so', async () => {
    const { ref } = fresh('named');
    await expect(commit(aCommit('named', { changes: [aChange({ ref }), aChange({ ref })] }))).rejects.toThrow(
      'changes matter named twice',
    );
  });

  test('with a known effect drops that row alone', async () => {
    await commit(aCommit('effect 1', { outbox: [aDraft('known effect')] }));
    const outcome = await commit(aCommit('effect 2', { outbox: [aDraft('known effect'), aDraft('new effect')] }));
    expect(outcome).toMatchObject({ kind: 'committed' });
    expect(outcome.kind === 'committed' && outcome.rows).toHaveLength(1);
  });

  test('keeps the communities of one database apart', async () => {
    const other = await opened.another({ communityId: 'other' });
    const { ref } = fresh('apart');
    const mine = aCommit('apart', { changes: [aChange({ ref })], guards: [{ id: 'apart', version: 0, value: {} }] });
    expect(await commit(mine)).toMatchObject({ kind: 'committed' });
    expect(await other.matters.load('apart')).toBeNull();
    expect(await other.unitOfWork.commit(mine)).toMatchObject({ kind: 'committed' });
  });
});

describe('guards', () => {
  test('ten decisions at once that rely on one guard: exactly one wins each version', async () => {
    for (let round = 0; round < 5; round += 1) {
      const seen = await guard('cell parking b6');
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          commit(
            aCommit(`guard ${round} ${index}`, {
              changes: [aChange(fresh(`guard-${round}-${index}`))],
              guards: [{ id: 'cell parking b6', version: seen?.version ?? 0, value: { matter: `m${index}` } }],
            }),
          ),
        ),
      );
      expect(kinds(outcomes)).toEqual(['committed', ...Array.from({ length: 9 }, () => 'conflict')].sort());
    }
  });

  test('two decisions that read a common fact and write different matters do not both succeed (write skew)', async () => {
    const seen: GuardWrite = { id: 'one on duty stays', version: 0, value: { count: 1 } };
    const outcomes = await Promise.all([
      commit(aCommit('skew 1', { changes: [aChange(fresh('skew-1'))], guards: [seen] })),
      commit(aCommit('skew 2', { changes: [aChange(fresh('skew-2'))], guards: [seen] })),
    ]);
    expect(kinds(outcomes)).toEqual(['committed', 'conflict']);
  });

  test('an unchanged value is written nevertheless, so the other who relied on it decides again', async () => {
    await commit(aCommit('same 0', { guards: [{ id: 'same', version: 0, value: { count: 1 } }] }));
    const version = (await guard('same'))?.version ?? 0;
    const write: GuardWrite = { id: 'same', version, value: { count: 1 } };
    expect(await commit(aCommit('same 1', { guards: [write] }))).toMatchObject({ kind: 'committed' });
    expect(await commit(aCommit('same 2', { guards: [write] }))).toEqual({ kind: 'conflict' });
    expect(await guard('same')).toEqual({ id: 'same', version: version + 1, value: { count: 1 } });
  });

  test('a guard that is removed and made anew is not the fact that was seen before', async () => {
    await commit(aCommit('aba 0', { guards: [{ id: 'aba', version: 0, value: { matter: 'first' } }] }));
    const seen = (await guard('aba'))?.version ?? 0;
    await commit(aCommit('aba 1', { guards: [{ id: 'aba', version: seen, value: null }] }));
    expect(await guard('aba')).toEqual({ id: 'aba', version: 0, value: null });
    await commit(aCommit('aba 2', { guards: [{ id: 'aba', version: 0, value: { matter: 'second' } }] }));
    const late: GuardWrite = { id: 'aba', version: seen, value: { matter: 'third' } };
    expect(await commit(aCommit('aba 3', { guards: [late] }))).toEqual({ kind: 'conflict' });
  });

  test('two who rely on the absence of a fact, one keeping it absent, do not both succeed', async () => {
    const outcomes = await Promise.all([
      commit(aCommit('absent 1', { guards: [{ id: 'absent', version: 0, value: null }] })),
      commit(aCommit('absent 2', { guards: [{ id: 'absent', version: 0, value: { count: 1 } }] })),
    ]);
    expect(kinds(outcomes)).toEqual(['committed', 'conflict']);
  });
});

describe('postings', () => {
  test('a posting whose cause was posted is left out: nothing is awarded twice', async () => {
    const before = await opened.store.ledger.balance(li);
    await commit(aCommit('award 1', { postings: [posting('award', 10)] }));
    expect(await commit(aCommit('award 2', { postings: [posting('award', 10)] }))).toMatchObject({ kind: 'committed' });
    const rivals = Array.from({ length: 8 }, (_, index) =>
      commit(aCommit(`rival ${index}`, { postings: [posting('rival', 1)] })),
    );
    await Promise.all(rivals);
    expect(await opened.store.ledger.balance(li)).toBe(before + 11);
  });

  test('a balance is never negative, however many spend at once', async () => {
    const spender: AccountId = 'person:spender';
    const move = (cause: string, points: number): Posting => ({
      ...posting(cause, points),
      entries: [
        { account: spender, points },
        { account: issued, points: -points },
      ],
    });
    await commit(aCommit('fund', { postings: [move('fund', 100)] }));
    const spend = async (index: number): Promise<CommitOutcome['kind']> => {
      // As a use case does: decided again on the balance that is there now.
      for (let tries = 1; (await opened.store.ledger.balance(spender)) >= 7; tries += 1) {
        const { kind } = await commit(aCommit(`spend ${index}`, { postings: [move(`spend ${index}`, -7)] }));
        if (kind !== 'conflict') return kind;
        await sleep(Math.random() * 40 * Math.min(tries, 20));
      }
      return 'conflict';
    };
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => spend(index)));
    expect(outcomes.filter((kind) => kind === 'committed')).toHaveLength(14);
    expect(await opened.store.ledger.balance(spender)).toBe(2);
    expect(await commit(aCommit('too much', { postings: [move('too much', -3)] }))).toEqual({ kind: 'conflict' });
    const books = await opened.store.ledger.books();
    expect(books.sum).toBe(0);
    expect(books.accounts).toContainEqual({ id: spender, balance: 2 });
  });

  test('a posting that does not sum to zero is a bug and says so', async () => {
    const wrong: Posting = { cause: 'wrong', at, reason: 'report', entries: [{ account: li, points: 5 }] };
    await expect(commit(aCommit('wrong', { postings: [wrong] }))).rejects.toThrow('does not balance');
    expect(await opened.store.matters.handled('wrong')).toBe(false);
  });
});

test('no document is written by every transaction: forty in parallel on forty matters meet no conflict', async () => {
  const numbers = await Promise.all(Array.from({ length: 40 }, () => opened.store.numbers.next()));
  const outcomes = await Promise.all(
    numbers.map((drawn) =>
      commit(
        aCommit(`cold ${drawn}`, {
          changes: [aChange({ ref: aTicketRef({ id: `cold-${drawn}`, number: drawn + 50_000 }) })],
          outbox: [aDraft(`cold ${drawn}`)],
          postings: [
            {
              ...posting(`cold ${drawn}`, 0),
              entries: [
                { account: `person:${drawn}`, points: 1 },
                { account: issued, points: -1 },
              ],
            },
          ],
          guards: [{ id: `cold ${drawn}`, version: 0, value: { count: 1 } }],
        }),
      ),
    ),
  );
  expect(new Set(kinds(outcomes))).toEqual(new Set(['committed']));
});

test('documents of every collection carry their community', async () => {
  const database = opened.store.connection.getClient().db(opened.store.connection.name);
  for (const { collectionName } of await database.collections()) {
    const strays = await database
      .collection(collectionName)
      .countDocuments({ communityId: { $nin: ['demo', 'other', '*'] } });
    expect([collectionName, strays]).toEqual([collectionName, 0]);
  }
});
