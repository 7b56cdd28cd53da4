import { aPerson } from '../../../../test/support/a-community';
import {
  aContext,
  aTicketCommunity,
  chen,
  claimed,
  clock,
  he,
  heardBy,
  li,
  lin,
  qian,
  reported,
  ticked,
  told,
  wang,
  zhao,
  type Life,
} from '../../../../test/support/a-ticket';
import { Policy } from '../../community/policy';
import { nextDue } from '../clocks/schedule-ticket';
import { mayKnow } from '../working/handler-roles';
import { openParts, ownPart } from './open-parts';
import { partLines } from './part-lines';

const ding = aPerson('ding');
const luo = aPerson('luo');
const firm = { desk: 'property', person: null, to: ['ding', 'luo'] } as const;
const water = { desk: 'water', person: null, to: ['tao'] } as const;

/** Wang has it since 10:05, and at 10:10 asks the property firm to look at the pipe. */
const asked = (life: Life = claimed(), whom: typeof firm | typeof water = firm): Life =>
  told(life, { kind: 'ask-part', by: wang, ...whom, words: 'w-pipe', until: null }, aContext(clock('10:10')));

const taken = (life: Life = asked()): Life => told(life, { kind: 'claim', by: ding }, aContext(clock('10:15')));

const partDone = (life: Life = taken()): Life =>
  told(life, { kind: 'resolve', by: ding, words: 'w-mended', photos: ['p5'] }, aContext(clock('10:40')));

const finish = (life: Life, at = clock('11:00')): Life =>
  told(life, { kind: 'resolve', by: wang, words: 'w9', photos: ['p9'] }, aContext(at));

const states = ({ ticket }: Life): readonly string[] => ticket.parts.map(({ state }) => state);

test('the desk that is asked hears what it is to do and by when; the asker, who they are', () => {
  const life = asked();
  expect(heardBy(life.last.says)).toEqual([
    'wang ticket.part-asked',
    'ding ticket.part',
    'luo ticket.part',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect(life.ticket.parts).toMatchObject([{ id: '1', desk: 'property', state: 'asked', doer: null, words: 'w-pipe' }]);
  expect(partLines(life.ticket, aTicketCommunity()).parts).toEqual([
    { desk: 'property', people: ['ding', 'luo'], words: ['w-pipe'], state: 'asked', due: clock('10:40', 3) },
  ]);
});

test('only whoever has it, or a leader, asks others; first somebody has to have it', () => {
  const ask = { kind: 'ask-part', ...firm, words: 'w-pipe', until: null } as const;
  expect(told(claimed(), { ...ask, by: li }, aContext(clock('10:10'))).refusal).toEqual({ kind: 'role', verb: '联' });
  expect(told(reported(), { ...ask, by: he }, aContext(clock('10:10'))).refusal).toEqual({ kind: 'state', verb: '联' });
  expect(told(claimed(), { ...ask, by: he }, aContext(clock('10:10'))).refusal).toBeNull();
});

test('nobody of that name, nobody there, nothing to do, and asked already are refused with what would do', () => {
  const ask = (given: object) =>
    told(
      claimed(),
      { kind: 'ask-part', by: wang, ...firm, words: 'w-pipe', until: null, ...given },
      aContext(clock('10:10')),
    ).refusal;
  expect(ask({ desk: null, to: [] })).toMatchObject({ kind: 'part', why: 'unknown' });
  expect(ask({ desk: null, to: [] })).toMatchObject({ desks: ['property', 'water', 'branch-2', 'grid-2', 'home'] });
  expect(ask({ to: ['wang'] })).toMatchObject({ kind: 'part', why: 'nobody' });
  expect(ask({ words: null })).toMatchObject({ kind: 'part', why: 'what' });
  expect(asked(asked()).refusal).toMatchObject({ kind: 'part', why: 'already', parts: [{ desk: 'property' }] });
});

test('the first of the desk has the part; a colleague who comes late hears who was first', () => {
  const life = taken();
  expect(heardBy(life.last.says)).toEqual([
    'ding ticket.part-claimed',
    'wang ticket.part-news',
    'riders edit:group',
    'wang edit:handler',
  ]);
  expect(life.ticket.claimedBy).toBe('wang');
  const late = told(life, { kind: 'claim', by: luo }, aContext(clock('10:20')));
  expect(late.refusal).toEqual({ kind: 'already-claimed', owner: 'ding', at: clock('10:15') });
  const again = told(life, { kind: 'claim', by: ding }, aContext(clock('10:20')));
  expect([again.last.events, heardBy(again.last.says)]).toEqual([[], ['ding ticket.part-claimed']]);
});

test('the owner cannot close while a part is open, neither by 办结 nor by 即办; the last part done, the owner is told', () => {
  const life = taken();
  expect(finish(life).refusal).toMatchObject({ kind: 'part', why: 'open', parts: [{ desk: 'property' }] });
  const settled = told(life, { kind: 'settle', by: wang, words: 'w9', photos: [] }, aContext(clock('11:00')));
  expect(settled.refusal).toMatchObject({ kind: 'part', why: 'open' });
  const done = partDone(life);
  expect(done.ticket.phase).toBe('claimed');
  expect(done.last.says.find((say) => say.card === undefined && say.wording === 'ticket.part-news')).toMatchObject({
    to: { person: 'wang' },
    params: { what: 'done', by: 'ding', left: 0, photos: true },
    choices: ['resolve'],
    photos: ['p5'],
  });
  expect(finish(done).ticket.phase).toBe('resolved');
});

test('with two parts open, the first one done leaves one, and the whole waits for it', () => {
  const one = partDone(taken(asked(asked(), water)));
  expect(states(one)).toEqual(['done', 'asked']);
  expect(finish(one).refusal).toMatchObject({ kind: 'part', why: 'open', parts: [{ desk: 'water' }] });
});

test('办结 of a part needs words or a photo, and a second time changes nothing', () => {
  const bare = told(taken(), { kind: 'resolve', by: ding, words: null, photos: [] }, aContext(clock('10:40')));
  expect(bare.refusal).toEqual({ kind: 'needs-words', verb: '办结' });
  const again = partDone(partDone());
  expect([again.last.events, heardBy(again.last.says)]).toEqual([[], ['ding ticket.part-over']]);
});

test('what a helper writes is of the part, and whoever leads hears it; a bystander has no part in it', () => {
  const noted = told(taken(), { kind: 'note', by: ding, words: 'w-news' }, aContext(clock('10:30')));
  expect(noted.last.events).toEqual([
    { kind: 'part-noted', at: clock('10:30'), by: 'ding', part: '1', words: 'w-news' },
  ]);
  expect(heardBy(noted.last.says)).toEqual(['ding ticket.noted', 'wang ticket.part-news']);
  const stranger = told(taken(), { kind: 'resolve', by: qian, words: 'w9', photos: [] }, aContext(clock('10:30')));
  expect(stranger.refusal).toEqual({ kind: 'role', verb: '办结' });
});

test('退 needs a reason and is of the part; the whole stays, is not closed, and the desk may take it after all', () => {
  const decline = { kind: 'decline', by: luo, why: 'not-ours' } as const;
  expect(told(asked(), { ...decline, words: null }, aContext(clock('10:20'))).refusal).toEqual({
    kind: 'needs-reason',
    verb: '退',
  });
  const life = told(asked(), { ...decline, words: 'w-no' }, aContext(clock('10:20')));
  expect(heardBy(life.last.says).slice(0, 2)).toEqual(['luo ticket.part-over', 'wang ticket.part-news']);
  expect([life.ticket.phase, life.ticket.claimedBy, states(life)]).toEqual(['claimed', 'wang', ['declined']]);
  expect(finish(life).refusal).toMatchObject({ kind: 'part', why: 'open' });
  const again = told(life, { ...decline, words: 'w-no' }, aContext(clock('10:21')));
  expect(again.last.events).toEqual([]);
  expect(states(taken(life))).toEqual(['claimed']);
});

test('a desk that said no and is asked again has one part, not two open ones', () => {
  const no = told(asked(), { kind: 'decline', by: luo, why: 'not-ours', words: 'w-no' }, aContext(clock('10:20')));
  expect(states(asked(no))).toEqual(['dropped', 'asked']);
});

describe('撤联', () => {
  const drop = (life: Life, given: object = {}): Life =>
    told(
      life,
      { kind: 'drop-part', by: wang, desk: 'property', person: null, words: 'w-why', ...given },
      aContext(clock('10:50')),
    );

  test('takes a part away with a reason, tells whoever had it, and the whole can be closed', () => {
    expect(drop(taken(), { words: null }).refusal).toMatchObject({
      kind: 'part',
      why: 'why',
      parts: [{ desk: 'property' }],
    });
    expect(drop(taken(), { by: ding }).refusal).toEqual({ kind: 'role', verb: '撤联' });
    const life = drop(taken());
    expect(heardBy(life.last.says).slice(0, 2)).toEqual(['wang ticket.part-dropped-done', 'ding ticket.part-dropped']);
    expect(finish(life).ticket.phase).toBe('resolved');
  });

  test('of the only part needs no name, of several asks which; of none says so', () => {
    const unnamed = { desk: null, person: null };
    expect(states(drop(taken(), unnamed))).toEqual(['dropped']);
    expect(drop(asked(taken(), water), unnamed).refusal).toMatchObject({ why: 'none', parts: [{}, {}] });
    expect(drop(claimed(), unnamed).refusal).toMatchObject({ why: 'none', parts: [] });
  });

  test('ends it for the helper: what that one says then is of no part', () => {
    const life = drop(taken());
    expect(ownPart(life.ticket, 'ding')).toBeNull();
    expect(mayKnow(life.ticket, ding, aTicketCommunity())).toBe(false);
    const late = told(life, { kind: 'resolve', by: ding, words: 'w9', photos: [] }, aContext(clock('10:55')));
    expect(late.refusal).toEqual({ kind: 'role', verb: '办结' });
  });
});

describe('the clock of a part', () => {
  test('is its desk’s own: reminded before the end, told to both at the end, and once', () => {
    const life = asked();
    const warned = ticked(life, aContext(clock('16:30')));
    expect(heardBy(warned.last.says).filter((line) => line.includes('part'))).toEqual([]);
    const monday = ticked(life, aContext(clock('10:41', 3)));
    const late = heardBy(monday.last.says).filter((line) => line.includes('part'));
    expect(late).toEqual(['ding ticket.part-late', 'luo ticket.part-late', 'wang ticket.part-late']);
    expect(heardBy(ticked(monday, aContext(clock('10:42', 3))).last.says)).toEqual([]);
  });

  test('warns first, and an end that was named counts', () => {
    const until = clock('12:10');
    const life = told(
      claimed(),
      { kind: 'ask-part', by: wang, ...firm, words: 'w-pipe', until },
      aContext(clock('10:10')),
    );
    expect(partLines(life.ticket, aTicketCommunity()).parts?.[0]?.due).toBe(until);
    const due = nextDue(life.ticket, aTicketCommunity()) ?? '';
    expect(due > clock('10:10') && due < until).toBe(true);
    expect(heardBy(ticked(life, aContext(due)).last.says)).toEqual([
      'ding ticket.part-remind',
      'luo ticket.part-remind',
      'wang ticket.part-remind',
    ]);
  });

  test('stops when the part is done', () => {
    const says = heardBy(ticked(partDone(), aContext(clock('10:42', 3))).last.says);
    expect(says.filter((line) => line.includes('part'))).toEqual([]);
  });
});

test('a leave that begins puts a part into the hands of whoever stands in', () => {
  const helping = told(
    claimed(),
    { kind: 'ask-part', by: wang, desk: 'home', person: 'chen', to: ['chen'], words: 'w', until: null },
    aContext(clock('10:10')),
  );
  const community = aTicketCommunity({
    dutyChanges: [
      {
        ...{ person: 'chen', area: 'home', kind: 'absent', from: clock('14:00'), to: clock('00:00', 3) },
        ...{ substitute: 'lin', at: clock('10:20'), by: 'chen' },
      },
    ],
  });
  const away = ticked(helping, aContext(clock('14:00'), { community }));
  expect(heardBy(away.last.says)).toEqual(['lin ticket.part']);
  expect(away.ticket.parts).toMatchObject([{ to: ['lin'], state: 'asked' }]);
  const context = aContext(clock('14:10'), { community });
  const done = told(away, { kind: 'resolve', by: lin, words: 'w9', photos: [] }, context);
  expect(states(done)).toEqual(['done']);
  expect(heardBy(ticked(away, context).last.says)).toEqual([]);
});

test('what is given up as a whole is given up in its parts', () => {
  const life = told(taken(), { kind: 'decline', by: wang, why: 'cannot-do', words: 'w-no' }, aContext(clock('11:00')));
  expect([life.ticket.phase, states(life)]).toEqual(['archived', ['dropped']]);
  expect(heardBy(life.last.says)).toContain('ding ticket.part-dropped');
});

test('handed over, the whole keeps its parts, and its new owner hears of them', () => {
  const handed = told(taken(), { kind: 'hand-over', by: wang, to: li, words: 'w-why' }, aContext(clock('10:30')));
  const done = partDone(handed);
  expect(heardBy(done.last.says)).toContain('li ticket.part-news');
  expect(openParts(done.ticket)).toEqual([]);
});

test('staff who did a part and say 办结 twice close their part, never the whole', () => {
  const staff = { desk: 'home', person: 'chen', to: ['chen'] } as const;
  const life = told(
    claimed(),
    { kind: 'ask-part', by: wang, ...staff, words: 'w', until: null },
    aContext(clock('10:10')),
  );
  const finishPart = { kind: 'resolve', by: chen, words: 'w9', photos: [] } as const;
  const twice = told(told(life, finishPart, aContext(clock('10:20'))), finishPart, aContext(clock('10:21')));
  expect([twice.ticket.phase, states(twice)]).toEqual(['claimed', ['done']]);
});

describe('review', () => {
  const community = aTicketCommunity({
    officers: [...aTicketCommunity().officers, aPerson('fang', ['inspector@home'])],
    policy: Policy.parse({ reviewShare: 1 }),
  });
  const fang = aPerson('fang', ['inspector@home']);
  const underReview = (): Life =>
    told(
      partDone(),
      { kind: 'resolve', by: wang, words: 'w9', photos: ['p9'] },
      aContext(clock('11:00'), { community }),
    );

  test('sends one part back: its doer has it again on a fresh clock, the whole waits', () => {
    const life = told(
      underReview(),
      { kind: 'send-back', by: fang, words: 'w-weak', parts: ['1', '7'] },
      aContext(clock('14:00'), { community }),
    );
    expect(life.last.events[0]).toMatchObject({ kind: 'sent-back', parts: ['1'] });
    expect(life.ticket.parts).toMatchObject([{ state: 'claimed', doer: 'ding', since: clock('14:00'), sentBack: 1 }]);
    expect(heardBy(life.last.says)).toEqual(expect.arrayContaining(['wang ticket.sent-back', 'ding ticket.part-back']));
    expect(finish(life, clock('14:10')).refusal).toMatchObject({ kind: 'part', why: 'open' });
  });

  test('of the whole leaves the parts done', () => {
    const life = told(
      underReview(),
      { kind: 'send-back', by: fang, words: 'w-weak', parts: [] },
      aContext(clock('14:00'), { community }),
    );
    expect(states(life)).toEqual(['done']);
  });

  test('is not by whoever did a part', () => {
    const helping = told(
      claimed(),
      { kind: 'ask-part', by: wang, desk: 'home', person: 'lin', to: ['lin'], words: 'w', until: null },
      aContext(clock('10:10'), { community }),
    );
    const context = aContext(clock('11:00'), { community });
    const done = told(helping, { kind: 'resolve', by: lin, words: 'w', photos: [] }, context);
    const closed = told(done, { kind: 'resolve', by: wang, words: 'w9', photos: [] }, context);
    expect(closed.ticket.review?.to).not.toContain('lin');
    expect(told(closed, { kind: 'pass', by: lin }, context).refusal).toEqual({ kind: 'own-work', verb: '通过' });
  });
});

test('what was not solved begins anew with its parts as they are', () => {
  const life = told(finish(partDone()), { kind: 'answer', by: zhao, answer: 'not-solved' }, aContext(clock('12:00')));
  expect([life.ticket.phase, states(life)]).toEqual(['claimed', ['done']]);
  expect(states(asked(life))).toEqual(['done', 'asked']);
});
