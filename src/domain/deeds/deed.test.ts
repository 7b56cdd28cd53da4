import { aCommunity, aPerson } from '../../../test/support/a-community';
import type { Guard } from '../decision';
import type { Deed } from './deed';
import { foldDeed } from './deed-event';
import { judgeDeed } from './judge-deed';
import { nominateDeed, type DeedContext } from './nominate-deed';
import { deedDue, tickDeed } from './tick-deed';

const community = aCommunity();
const now = '2026-11-20T02:00:00.000Z';
const zhao = aPerson('zhao', ['resident@home']);
const qian = aPerson('qian', ['resident@home']);
const staffMember = community.officers.find(({ roles }) => roles.some(({ role }) => role === 'staff'));
const absent = (id: string): Guard => ({ id, version: 0, value: null });
const context = (given: Partial<DeedContext> = {}): DeedContext => ({ now, community, guard: absent, ...given });

const nominate = (where: Partial<DeedContext> = {}, by = zhao, doer = qian) =>
  nominateDeed({ id: 'd1', number: 101, by, doer, words: 'w1' }, context(where));

const named = (by = zhao, doer = qian): Deed => {
  const made = nominate({}, by, doer);
  const deed = made.ok ? foldDeed(null, made.value.events) : null;
  if (!deed) throw new Error('refused');
  return deed;
};

const judge = (deed: Deed, kind: 'approve' | 'decline' | 'withdraw', by = staffMember ?? zhao, guard = absent) =>
  judgeDeed(deed, { kind, by }, context({ guard }));

test('naming a deed gives no points, and counts against the month and the pair', () => {
  expect(nominate()).toMatchObject({
    ok: true,
    value: {
      postings: [],
      guards: [
        { id: 'deeds:zhao:2026-11', version: 0, value: { count: 1 } },
        { id: 'deeds:pair:qian+zhao', version: 0, value: { at: now } },
      ],
    },
  });
});

test('nobody names their own', () => {
  expect(nominate({}, zhao, zhao)).toEqual({ ok: false, refusal: { kind: 'self' } });
});

test('two who named one another wait, whichever of them was first', () => {
  const since = '2026-11-01T02:00:00.000Z';
  const guard = (id: string): Guard =>
    id.startsWith('deeds:pair:') ? { id, version: 3, value: { at: since } } : absent(id);
  const refusal = { kind: 'pair', since, days: 30 };
  expect(nominate({ guard })).toEqual({ ok: false, refusal });
  expect(nominate({ guard }, qian, zhao)).toEqual({ ok: false, refusal });
  expect(nominate({ guard, now: '2026-12-01T02:00:00.000Z' })).toMatchObject({ ok: true });
});

test('the month has its cap', () => {
  const used =
    (count: number) =>
    (id: string): Guard =>
      id === 'deeds:zhao:2026-11' ? { id, version: 3, value: { count } } : absent(id);
  expect(nominate({ guard: used(4) })).toMatchObject({ ok: true });
  expect(nominate({ guard: used(5) })).toEqual({ ok: false, refusal: { kind: 'month', most: 5 } });
});

test('staff who are praised, or praise, do not judge it themselves', () => {
  if (!staffMember) throw new Error('no staff');
  for (const deed of [named(zhao, staffMember), named(staffMember, zhao)]) {
    expect(deed.asked).not.toContain(staffMember.id);
    expect(judge(deed, 'approve')).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
  }
});

test('found true it brings points to whoever did it, once, and never above the day’s cap', () => {
  const deed = named();
  const approved = judge(deed, 'approve');
  expect(approved).toMatchObject({
    ok: true,
    value: {
      events: [{ kind: 'approved', points: 20 }],
      postings: [
        {
          cause: 'd1:deed:qian',
          entries: [
            { account: 'issued:deed', points: -20 },
            { account: 'person:qian', points: 20 },
          ],
        },
      ],
    },
  });
  const after = foldDeed(deed, approved.ok ? approved.value.events : []) ?? deed;
  expect(judge(after, 'approve')).toEqual({ ok: false, refusal: { kind: 'over', phase: 'approved' } });
  const nearly = (id: string): Guard => ({ id, version: 1, value: { count: 35 } });
  expect(judge(deed, 'approve', staffMember, nearly)).toMatchObject({
    ok: true,
    value: { events: [{ points: 5 }], says: [{ params: { points: 5, wanted: 20 } }, {}, {}] },
  });
});

test('only whoever named it takes it back, and nobody else’s word counts', () => {
  expect(judge(named(), 'withdraw')).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
  expect(judge(named(), 'approve', qian)).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
  expect(judge(named(), 'withdraw', zhao)).toMatchObject({ ok: true, value: { events: [{ kind: 'withdrawn' }] } });
});

test('nobody answers: it is asked more widely once, then it lapses', () => {
  let deed = named();
  const kinds: string[] = [];
  for (let at = deedDue(deed); at !== null; at = deedDue(deed)) {
    const before = new Date(Date.parse(at) - 60_000).toISOString();
    expect(tickDeed(deed, { now: before, community }).events).toEqual([]);
    const { events } = tickDeed(deed, { now: at, community });
    kinds.push(...events.map(({ kind }) => kind));
    deed = foldDeed(deed, events) ?? deed;
  }
  expect(kinds).toEqual(['asked', 'lapsed']);
});
