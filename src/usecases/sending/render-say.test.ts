import { callBackSamples, callBackSteps, callBackStepsSaid } from '../../../test/support/call-back-samples';
import {
  mergingSamples,
  mergingSteps,
  mergingStepsSaid,
  proofSamples,
  proofSteps,
  proofStepsSaid,
} from '../../../test/support/later-samples';
import { rewardSamples } from '../../../test/support/reward-samples';
import { brief, figuresSamples, month } from '../../../test/support/figures-samples';
import { identifyingSamples, identifyingSteps, identifyingStepsSaid } from '../../../test/support/identifying-samples';
import { careSamples } from '../../../test/support/care-samples';
import { activitySamples } from '../../../test/support/activity-samples';
import { pointsSamples } from '../../../test/support/points-samples';
import { pairingSamples } from '../../../test/support/pairing-samples';
import { deedSamples } from '../../../test/support/deed-samples';
import { fundSamples } from '../../../test/support/fund-samples';
import { roundSamples } from '../../../test/support/round-samples';
import { serviceSamples } from '../../../test/support/service-samples';
import { followingSamples, followingSteps, followingStepsSaid } from '../../../test/support/following-samples';
import { privacySamples } from '../../../test/support/privacy-samples';
import { banSamples } from '../../../test/support/ban-samples';
import { selfSamples, shiftSamples } from '../../../test/support/self-samples';
import { topicSamples } from '../../../test/support/topic-samples';
import { searchSamples, searchSteps, searchStepsSaid } from '../../../test/support/search-samples';
import { seekingSamples, seekingSteps, seekingStepsSaid } from '../../../test/support/seeking-samples';
import { papersSamples, papersSteps, papersStepsSaid } from '../../../test/support/papers-samples';
import { meetingSamples, meetingSteps, meetingStepsSaid } from '../../../test/support/meeting-samples';
import { jointSamples, jointSteps, jointStepsSaid, partLineSamples } from '../../../test/support/joint-samples';
import { waySamples, waySteps, wayStepsSaid } from '../../../test/support/ways-samples';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TicketEvent } from '../../domain/ticket/ticket-event';
import type { Spoken, SpokenOf, WordingKey, WordingParams } from '../../domain/wording/params';
import { plainChoices } from '../../domain/decision';
import { readPack, sayPackError } from '../packs/pack';
import { refsOf, renderSay, type Rendered, type RenderContext } from './render-say';

const packs = join(__dirname, '../../../packs');
const read = readPack(readFileSync(join(packs, 'demo.yaml'), 'utf8'), 'demo.yaml', (name) => ({
  text: readFileSync(join(packs, name), 'utf8'),
  fileName: name,
}));
if (!read.ok) throw new Error(read.refusal.map(sayPackError).join('\n'));
const { community } = read.value;

// Friday 2026-11-20, 10:00 in Shanghai.
const now = '2026-11-20T02:00:00.000Z';
const today = '2026-11-20T09:30:00.000Z'; // 17:30
const tomorrow = '2026-11-21T02:05:00.000Z'; // 10:05
const monday = '2026-11-23T02:30:00.000Z'; // 10:30

const context: RenderContext = {
  community,
  language: 'zh',
  now,
  capabilities: { buttons: true, maxText: 8192 },
  names: new Map([
    ['zhao', '赵小飞'],
    ['wang', '王芳'],
    ['li', '李强'],
  ]),
  words: new Map([
    ['w1', '6号楼门口又停满了，电动车出不去'],
    ['w2', '已拖走'],
    ['place', '6号楼门口'],
  ]),
};

const zhao = { person: 'zhao' };
const head = { number: 101, category: 'parking', place: { area: 'building-6', words: 'place' } } as const;
const fire = { ...head, number: 102, category: 'fire' } as const;

const render = (
  say: Spoken,
  given: Partial<RenderContext> = {},
  to: { person: string } | { chat: string } = zhao,
): Rendered => renderSay({ ...say, to }, { ...context, ...given });
const text = (...given: Parameters<typeof render>): string => render(...given).text;

describe('the given texts, word for word', () => {
  test('1: the card of the group', () => {
    const card = {
      wording: 'ticket.card',
      params: { ...head, nature: 'report', state: 'dispatched', desk: 'grid-2', due: today, reporters: 1 },
    } as const;
    expect(text(card, {}, { chat: 'riders' })).toBe(
      '#101 停车｜6号楼｜已派单\n收到，谢谢您。已请第二网格处理，最晚今天 17:30答复。\n您也遇到了，就回“我也是 #101”。',
    );
  });

  test("2: the handler's", () => {
    expect(
      text({
        wording: 'ticket.handler',
        params: {
          nature: 'report',
          ...head,
          role: 'rider',
          words: ['w1'],
          claimDue: today,
          resolveDue: monday,
          state: 'dispatched',
          owner: null,
          yours: false,
        },
      }),
    ).toBe(
      '#101 停车｜6号楼门口\n骑手说：“6号楼门口又停满了，电动车出不去”\n请在今天 17:30前接下，周一 10:30前办好。\n能办请回“接 #101”，不归您管回“退 #101”。',
    );
  });

  test('3: the reminder', () => {
    expect(
      text({
        wording: 'ticket.remind',
        params: { ...head, stage: 'resolve', minutesLeft: 90, due: today, next: 'grid-leader' },
      }),
    ).toBe(
      '#101 停车｜6号楼门口，还有1小时30分钟到时间（今天 17:30）。\n这件事现在由您负责。到时没办好，会请网格长帮忙。\n办好回“办结 #101”加照片；要等，回“等 #101”说原因。',
    );
  });

  test('3: the reminder to those who may take it does not say that they have it', () => {
    const params = { ...head, stage: 'claim', minutesLeft: 90, due: today, next: 'grid-leader' } as const;
    expect(text({ wording: 'ticket.remind', params })).toContain('这件事现在等您这边接。到时没接下，会请网格长帮忙。');
  });

  test('4: the breach', () => {
    expect(
      text({
        wording: 'ticket.breach',
        params: {
          ...head,
          stage: 'claim',
          minutesLate: 5,
          asked: ['wang', 'li'],
          role: 'grid-leader',
          nextDue: tomorrow,
          nextLevel: 'community',
        },
      }),
    ).toBe(
      '#101 停车｜6号楼门口，已超过5分钟。\n已提醒过王芳、李强。您是网格长，所以请您安排；明天 10:05前没安排，会告诉社区。\n请回“接 #101”，或“转 #101 给 姓名”。',
    );
  });

  test('5: the call-back', () => {
    expect(
      text({
        wording: 'ticket.call-back',
        params: { ...head, name: 'zhao', summary: ['w1'], desk: 'grid-2', again: false, photos: true },
      }),
    ).toBe(
      '赵小飞您好，您说的“6号楼门口又停满了，电动车出不去”，第二网格讲已经办好了，照片在上面。\n解决了，满意回 1；解决了，但不满意回 2；没解决回 3；还没去看回 4。',
    );
  });

  const alarm = (again: boolean): Spoken => ({
    wording: 'ticket.alarm',
    params: { ...fire, again, at: now, role: 'rider', words: ['w1'], emergencyNumber: '119', count: 4, minutes: 3 },
  });
  test('6: the alarm, and its repetition', () => {
    const rest =
      '#102 火情｜6号楼门口\n10:00，骑手说：“6号楼门口又停满了，电动车出不去”\n请先打119。已同时通知4人；只回“收到”不算，3分钟没人负责会再叫。\n能去的，马上回“我负责 #102”。';
    expect(text(alarm(false))).toBe(`【紧急】${rest}`);
    expect(text(alarm(true))).toBe(`【再次提醒·紧急】${rest}`);
  });

  test('7: to who reported an emergency', () => {
    const params = { emergencyNumber: '119', duty: 'grid-2', count: 4 };
    const first = '已叫第二网格4人。有危险请先离开，马上打119。';
    expect(text({ wording: 'ticket.alarm-reporter', params: { ...params, place: null } })).toBe(
      `${first}\n请告诉我在哪里，发语音也行。`,
    );
    expect(text({ wording: 'ticket.alarm-reporter', params: { ...params, place: head.place } })).toBe(
      `${first}\n已记下地点：6号楼门口。不对就再说一遍。`,
    );
  });

  test('8: somebody is in charge', () => {
    expect(text({ wording: 'ticket.in-charge', params: { ...fire, owner: 'wang', at: now } })).toBe(
      '#102 由王芳负责，10:00接的，不再催大家。\n王芳缺人手请回“加人 #102”；其他人先等消息。',
    );
  });

  test('13: a statement', () => {
    const lines = [
      { at: '2026-03-02T02:00:00.000Z', reason: 'report', points: 10, balance: 10, number: 101 },
      { at: now, reason: 'reversal', points: -10, balance: 0, number: null },
    ] as const;
    expect(
      text({ wording: 'points.balance', params: { name: 'zhao', balance: 0, lines, saved: 0, savedLines: [] } }),
    ).toBe(
      '赵小飞您好，您一共有0分。\n3月2日 上报 #101 +10分，余10分\n11月20日 冲正 -10分，余0分\n哪一笔不对，回“人工”说日期。',
    );
  });

  test("15: a number that is not found, with and without matters of one's own", () => {
    const notFound = (open: readonly (typeof head | typeof fire)[]): string =>
      text({ wording: 'refused.not-found', params: { number: 999, open } });
    expect(notFound([head])).toBe(
      '没找到您能用的 #999，什么都没有改。\n您的事：#101 停车｜6号楼门口\n请照上面的号再发一次，或回“人工”。',
    );
    expect(notFound([])).toBe(
      '没找到您能用的 #999，什么都没有改。\n您的事：现在没有在办的事。\n请照上面的号再发一次，或回“人工”。',
    );
  });
});

const by = { at: now, by: 'wang' } as const;
const everyStep: { readonly [K in TicketEvent['kind']]: Extract<TicketEvent, { kind: K }> } = {
  reported: {
    ...by,
    kind: 'reported',
    nature: 'report',
    by: 'zhao',
    id: 't1',
    number: 101,
    role: 'rider',
    group: 'riders',
    category: 'parking',
    options: [],
    class: '24h',
    place: head.place,
    placeAsked: false,
    words: ['w1'],
    photos: ['p1'],
    about: [],
    cardGroup: 'riders',
    onBehalf: null,
    doubt: null,
  },
  'danger-confirmed': { at: now, kind: 'danger-confirmed', by: null, why: 'time' },
  'danger-denied': {
    ...by,
    kind: 'danger-denied',
    why: 'reporter',
    category: 'parking',
    class: '24h',
    cardGroup: null,
  },
  joined: { ...by, kind: 'joined', by: 'zhao', role: 'resident', group: null, as: 'me-too', words: [], photos: [] },
  corrected: {
    ...by,
    kind: 'corrected',
    by: 'zhao',
    words: ['w1'],
    category: 'parking',
    class: '24h',
    place: { area: 'b6', words: null },
    cardGroup: null,
  },
  supplemented: { ...by, kind: 'supplemented', by: 'zhao', words: ['w1'], photos: [] },
  'officers-named': { at: now, kind: 'officers-named', about: ['wang'] },
  categorised: { ...by, kind: 'categorised', category: 'parking', class: '24h', cardGroup: null },
  placed: { ...by, kind: 'placed', by: 'zhao', place: head.place },
  dispatched: { at: now, kind: 'dispatched', desk: 'grid-2', handlers: ['wang', 'li'] },
  'given-to-desk': { ...by, kind: 'given-to-desk', desk: 'property', words: 'w2' },
  'approval-asked': { at: now, kind: 'approval-asked', to: ['li'], offered: ['wang'] },
  assigned: { ...by, kind: 'assigned', to: ['li'] },
  objected: { ...by, kind: 'objected', words: 'w2', to: ['li'], offered: [] },
  'ruling-asked': { ...by, kind: 'ruling-asked', words: 'w2', to: ['li'], offered: [] },
  ruled: { ...by, kind: 'ruled', to: 'li' },
  claimed: { ...by, kind: 'claimed' },
  'took-charge': { ...by, kind: 'took-charge' },
  'hands-asked': { ...by, kind: 'hands-asked', to: ['li'] },
  noted: { ...by, kind: 'noted', words: 'w2' },
  'reporter-asked': { ...by, kind: 'reporter-asked', words: 'w2', to: ['zhao'] },
  'waiting-began': { ...by, kind: 'waiting-began', until: tomorrow, words: 'w2' },
  'waiting-ended': { at: now, kind: 'waiting-ended', by: null },
  'handed-over': { ...by, kind: 'handed-over', to: 'li', words: 'w2' },
  raised: { ...by, kind: 'raised', words: null, to: ['li'] },
  resolved: { ...by, kind: 'resolved', words: 'w2', photos: ['p2'], level: 'grid' },
  'review-asked': { at: now, kind: 'review-asked', why: 'class', to: ['li'] },
  'review-passed': { ...by, kind: 'review-passed' },
  'sent-back': { ...by, kind: 'sent-back', words: 'w2', parts: [] },
  'review-lapsed': { at: now, kind: 'review-lapsed' },
  supervised: { ...by, kind: 'supervised', words: 'w2', due: tomorrow },
  'call-back-asked': { at: now, kind: 'call-back-asked', ask: 1, nextAt: tomorrow },
  'phone-task-given': { at: now, kind: 'phone-task-given', to: ['li'] },
  'not-seen-yet': { ...by, kind: 'not-seen-yet', by: 'zhao', nextAt: tomorrow },
  reopened: { ...by, kind: 'reopened', by: 'zhao' },
  awarded: { at: now, kind: 'awarded', to: 'zhao', points: 10 },
  notified: { at: now, kind: 'notified', step: 'claim.warn', to: ['wang'] },
  alarmed: { at: now, kind: 'alarmed', round: 1, to: ['wang', 'li'] },
  'stood-in': { at: now, kind: 'stood-in', person: 'wang', by: 'li' },
  'class-changed': { at: now, kind: 'class-changed', class: '2h' },
  'deadline-moved': { at: now, kind: 'deadline-moved', from: today, to: monday, again: [] },
  skipped: { at: now, kind: 'skipped', steps: ['claim.warn'] },
  withdrawn: { ...by, kind: 'withdrawn', by: 'zhao' },
  'refused-with-reason': { ...by, kind: 'refused-with-reason', words: 'w2' },
  'not-ours': { ...by, kind: 'not-ours', words: 'w2', to: null },
  'stood-down': { ...by, kind: 'stood-down', why: 'false-alarm', words: null },
  ...mergingSteps(now),
  ...proofSteps(now),
  ...seekingSteps(now),
  ...searchSteps(now),
  ...identifyingSteps(now),
  ...waySteps(now),
  ...callBackSteps(now),
  ...papersSteps(now),
  ...jointSteps(now),
  ...meetingSteps(now),
  ...followingSteps(now),
  'brought-up': { ...by, kind: 'brought-up', topic: 'topic-130', number: 130 },
  archived: { at: now, kind: 'archived', reason: 'called-back' },
  considered: { ...by, kind: 'considered', words: 'w1' },
  planned: { ...by, kind: 'planned', until: monday, words: null },
  done: { ...by, kind: 'done', words: 'w1', photos: ['p1'] },
  'not-taken-up': { ...by, kind: 'not-taken-up', words: 'w1' },
};
const history: SpokenOf<'ticket.history'> = {
  wording: 'ticket.history',
  params: { ...head, state: 'claimed', events: Object.values(everyStep), due: tomorrow, owner: 'wang', reopenings: 1 },
};

test('the history tells every step with its time, and never who reported', () => {
  const told = text(history, {}, { person: 'li' });
  expect(told).not.toContain('赵小飞');
  expect(told.split('\n')).toEqual([
    '#101 停车｜6号楼门口｜已接单',
    '10:00 骑手报了这件事',
    '10:00 没问到本人，当有危险办',
    '10:00 报的人说没有危险，归到“停车”',
    '10:00 又有一位居民也遇到了',
    '10:00 报的人改了说法',
    '10:00 有人补充了情况',
    '10:00 补充里说到了工作人员，这件事不经他们的手',
    '10:00 归到“停车”',
    '10:00 地方问清了：6号楼门口',
    '10:00 派给第二网格（王芳、李强）',
    '10:00 王芳请物业来办：“已拖走”',
    '10:00 请李强审批分配',
    '10:00 王芳已审批，派给李强',
    '10:00 王芳说不归他办：“已拖走”，请李强重新派人',
    '10:00 王芳又要转出：“已拖走”，请李强裁定',
    '10:00 王芳裁定由李强办',
    '10:00 王芳接单',
    '10:00 王芳负责',
    '10:00 王芳要加人，又叫了1人',
    '10:00 留言：“已拖走”',
    '10:00 王芳问报的人：“已拖走”',
    '10:00 先等到明天 10:05：“已拖走”',
    '10:00 接着办',
    '10:00 转给李强：“已拖走”',
    '10:00 往上报给李强',
    '10:00 王芳办好了：“已拖走”（有照片）',
    '10:00 请李强审单',
    '10:00 王芳审单通过',
    '10:00 王芳审单驳回：“已拖走”',
    '10:00 没有人审，直接问报的人',
    '10:00 王芳督办：“已拖走”，请在明天 10:05前回话',
    '10:00 问报的人满不满意',
    '10:00 请李强打电话问',
    '10:00 报的人还没去看，明天 10:05再问',
    '10:00 重新办',
    '10:00 给报的人加10分',
    '10:00 提醒王芳',
    '10:00 第1次紧急通知，叫了2人',
    '10:00 王芳请假，由李强代',
    '10:00 这类事的时限改了档',
    '10:00 作息或时限改了，从今天 17:30前改为周一 10:30前办好',
    '10:00 系统停过，1次提醒没发出，已接着往下办',
    '10:00 报的人撤回',
    '10:00 王芳说办不了：“已拖走”',
    '10:00 王芳说不归社区管：“已拖走”',
    '10:00 王芳看过了，是误报',
    ...[
      mergingStepsSaid,
      proofStepsSaid,
      seekingStepsSaid,
      searchStepsSaid,
      identifyingStepsSaid,
      wayStepsSaid,
      callBackStepsSaid,
      papersStepsSaid,
      jointStepsSaid,
      meetingStepsSaid,
      followingStepsSaid,
    ]
      .flat()
      .map((line) => `10:00 ${line}`),
    '10:00 拿出来一起说，成了 #130',
    '10:00 办结归档',
    '10:00 王芳采纳了这条建议：“6号楼门口又停满了，电动车出不去”',
    '10:00 王芳排上了，周一 10:30前做好',
    '10:00 王芳做好了：“6号楼门口又停满了，电动车出不去”（有照片）',
    '10:00 王芳说这次不采纳：“6号楼门口又停满了，电动车出不去”',
    '重新办过1次。',
    '现在由王芳负责，明天 10:05再看办得怎么样。',
    '有要补的，回“补充 #101”。',
  ]);
});

const due = { desk: 'grid-2', due: today } as const;
const natures = ['report', 'suggestion'] as const;
const states = [
  'reported',
  'dispatched',
  'claimed',
  'waiting',
  'under-review',
  'resolved',
  'called-back',
  'archived',
  'considered',
  'planned',
  'done',
  'declined',
  'withdrawn',
  'refused',
  'not-ours',
] as const;
test('the brief: counts, rates with what they are of, and residents’ complaints month on month', () => {
  expect(text({ wording: 'figures.brief', params: brief })).toBe(
    [
      '简报：11月20日 10:00',
      '今天新报6件，解决2件，其中满意1件。',
      '在办7件，超时2件。',
      '急事有1件没人负责，请马上看。',
      '今天最多的：停车5件、待分类1件。',
      '本月：按时接单50%（3/6），按时办结100%（3/3），解决67%（2/3），满意还没有，网格内办结67%（2/3）。',
      '居民诉求：本月42件，上月同期84件，少了50%。',
      '看整月回“简报 本月”，看一个网格在后面写上名字。',
    ].join('\n'),
  );
});

test('the brief of a month: everything beside the month before', () => {
  expect(text({ wording: 'figures.month', params: month })).toBe(
    [
      '简报：本月（11月1日起）',
      '在办7件，超时2件。',
      '新报60件，上月同期90件，少了33%。',
      '按时接单90%（45/50），上月同期50%。',
      '平均40分钟接单，上月同期1小时20分钟，快了50%。',
      '按时办结75%（30/40），上月同期50%。',
      '解决75%（30/40）。',
      '满意还没有。',
      '网格内办结90%（36/40），上月同期75%。',
      '居民诉求：42件，上月同期84件，少了50%。',
      '前几个月居民诉求：9月80件，10月100件（多了25%）。',
      '最多的：停车50件、待分类10件。',
      '分开看：第一网格20件，按时办结100%（10/10）；第二网格40件，按时办结67%（20/30）。',
      '看上个月，在后面写“上月”；今天的，回“简报”。',
    ].join('\n'),
  );
});

const samples: { readonly [K in WordingKey]: readonly WordingParams[K][] } = {
  'suggestion.considered': [
    { ...head, desk: 'grid-2', words: ['w1'] },
    { ...head, desk: null, words: [] },
  ],
  'suggestion.planned': [
    { ...head, until: monday, words: ['w1'] },
    { ...head, until: monday, words: [] },
  ],
  'suggestion.done': [
    { ...head, name: 'zhao', words: ['w1'], points: 10 },
    { ...head, name: 'zhao', words: [], points: 0 },
  ],
  'suggestion.declined': [{ ...head, words: ['w1'] }],
  'refused.no-suggestion': [{ ...head, verb: '采纳' }],
  ...callBackSamples(head, today),
  ...mergingSamples(head),
  ...proofSamples(head),
  ...searchSamples(head, now),
  ...seekingSamples(head, now),
  ...identifyingSamples(head),
  ...waySamples(head),
  ...privacySamples(today),
  ...followingSamples(head, today),
  ...selfSamples(today),
  ...banSamples,
  ...shiftSamples(today),
  ...roundSamples(tomorrow),
  'platform.away': [{ platform: 'wechat' }],
  'platform.back': [{ platform: 'wechat' }],
  'platform.please-ring': [
    { person: 'wang', numbers: [], critical: false },
    { person: 'wang', numbers: [101, 102], critical: true },
  ],
  ...serviceSamples(head, tomorrow),
  ...deedSamples(head, tomorrow),
  ...pairingSamples(head),
  ...fundSamples(head, now),
  ...pointsSamples(head, tomorrow),
  ...rewardSamples(head, tomorrow),
  ...papersSamples(head),
  ...jointSamples(head),
  ...meetingSamples(head),
  ...topicSamples(head, now),
  ...careSamples(head.number, now),
  ...activitySamples(head, now),
  'ticket.cards': [
    {
      items: [
        { ...head, nature: 'report', state: 'dispatched', ...due, reporters: 1 },
        { ...head, number: 102, nature: 'report', state: 'claimed', ...due, reporters: 2 },
      ],
    },
  ],
  'ticket.card-hidden': [{ number: 101 }],
  'ticket.card': [
    ...states.flatMap((state) => natures.map((nature) => ({ ...head, nature, state, ...due, reporters: 3 }))),
    { ...head, nature: 'report', state: 'merged', ...due, reporters: 3, into: 102 },
    { ...head, nature: 'report', state: 'claimed', ...due, reporters: 1, parts: partLineSamples },
  ],
  'ticket.handler': states.flatMap((state) =>
    [true, false].map((yours) => ({
      ...head,
      nature: yours ? ('report' as const) : ('suggestion' as const),
      role: 'rider' as const,
      words: ['w1'],
      claimDue: today,
      resolveDue: monday,
      state,
      owner: 'wang',
      yours,
    })),
  ),
  'ticket.claimed': [
    { ...head, resolveDue: today },
    { ...head, resolveDue: null },
  ],
  'ticket.already-claimed': [{ ...head, owner: 'wang', at: now }],
  'ticket.received': [
    { ...head, ...due },
    { ...head, desk: null, due: null },
  ],
  'ticket.joined': [{ ...head, ...due }],
  'ticket.me-too': [head],
  'ticket.supplemented': [head],
  'ticket.ask-place': [
    { number: 101, category: null, words: [] },
    { number: 101, category: 'parking', words: ['w1'] },
  ],
  'ticket.placed': [{ ...head, ...due }],
  'ticket.ask-category': [
    { ...head, category: null, words: ['w1'], options: ['parking', 'ebike', 'other'], due: today },
  ],
  'ticket.categorised': [head],
  'ticket.arrange': (['approval', 'objection', 'ruling'] as const).flatMap((why) => [
    { ...head, why, by: 'wang', words: ['w2'], offered: ['li', 'wang'], due: today, again: false },
    { ...head, why, by: null, words: ['w2'], offered: [], due: today, again: true },
  ]),
  'ticket.given-to-desk': [today, null].map((due) => ({ ...head, desk: 'property', to: ['li'], due })),
  'ticket.assigned': [{ ...head, to: ['li'] }],
  'ticket.objected': [
    { ...head, to: ['li'], ruling: false },
    { ...head, to: ['li'], ruling: true },
  ],
  'ticket.ruled': [
    { ...head, by: 'wang' },
    { ...head, by: null },
  ],
  'ticket.remind': [
    { ...head, stage: 'claim', minutesLeft: 15, due: today, next: 'grid-leader' },
    { ...head, stage: 'resolve', minutesLeft: 120, due: today, next: null },
  ],
  'ticket.breach': [
    { ...head, stage: 'resolve', minutesLate: 0, asked: [], role: 'director', nextDue: null, nextLevel: null },
    {
      ...head,
      stage: 'dispatch',
      minutesLate: 61,
      asked: ['wang'],
      role: 'staff',
      nextDue: today,
      nextLevel: 'street',
    },
  ],
  'ticket.raised': [
    { ...head, by: 'wang', words: [] },
    { ...head, by: 'wang', words: ['w2'] },
  ],
  'ticket.raised-to': [{ ...head, to: ['wang', 'li'] }],
  'ticket.added': [
    { ...head, role: 'rider', words: [] },
    { ...head, role: 'rider', words: ['w2'] },
  ],
  'ticket.noted': [head],
  'ticket.question': [{ ...head, words: ['w1'] }],
  'ticket.question-sent': [head],
  'ticket.waiting': [{ ...head, until: monday }],
  'ticket.handed-over': [{ ...head, to: 'li' }],
  'ticket.resolved': [head],
  'ticket.resolved-review': [{ ...head, due: today }],
  'ticket.review': (['category', 'class', 'reopened', 'raised', 'drawn', 'sent-back'] as const).flatMap((why) => [
    { ...head, owner: 'wang', words: ['w2'], due: today, why, again: false },
    { ...head, owner: null, words: [], due: today, why, again: true },
  ]),
  'ticket.passed': [head],
  'ticket.judged': [
    { ...head, by: 'wang', result: 'passed' },
    { ...head, by: 'wang', result: 'sent-back' },
  ],
  'ticket.sent-back': [
    { ...head, by: 'wang', words: ['w2'], due: today, up: false },
    { ...head, by: 'wang', words: ['w2'], due: null, up: true },
  ],
  'ticket.sent-back-done': [{ ...head, to: ['li'] }],
  'ticket.weak-again': [
    { ...head, by: 'wang', owner: 'li', words: ['w2'], times: 2 },
    { ...head, by: 'wang', owner: null, words: ['w2'], times: 2 },
  ],
  'ticket.supervised': [{ ...head, by: 'wang', words: ['w2'], due: today }],
  'ticket.supervised-done': [{ ...head, to: ['li'], due: today }],
  'ticket.supervision-answered': [{ ...head, by: 'li', words: ['w2'] }],
  'ticket.supervision-late': [
    { ...head, by: 'wang', owner: 'li', due: today },
    { ...head, by: 'wang', owner: null, due: today },
  ],
  'ticket.state': [{ ...head, state: 'claimed', ...due }],
  'ticket.closed-notice': [{ ...head, state: 'archived' }],
  'ticket.withdrawn': [head],
  'ticket.refused': [{ ...head, words: ['w2'] }],
  'ticket.not-ours': [
    { ...head, words: ['w2'], to: ['w2'] },
    { ...head, words: ['w2'], to: [] },
  ],
  'ticket.alarm': [
    { ...fire, again: true, at: now, role: 'resident', words: [], emergencyNumber: '119', count: 1, minutes: 3 },
  ],
  'ticket.alarm-reporter': [
    { emergencyNumber: '119', duty: null, count: 0, place: null },
    { emergencyNumber: '119', duty: null, count: 0, place: head.place },
    { emergencyNumber: '110', duty: null, count: 2, place: head.place, missing: true },
  ],
  'ticket.ask-danger': [{ number: 102, words: ['w1'], emergencyNumber: '110', minutes: 2 }],
  'ticket.danger-maybe': [{ ...fire, role: 'rider', words: ['w1'], emergencyNumber: '119', minutes: 2 }],
  'ticket.danger-denied': [fire, { ...fire, by: 'wang' }],
  'ticket.danger-called': [
    { ...fire, count: 4 },
    { ...fire, count: 0 },
  ],
  'ticket.in-charge': [{ ...fire, owner: 'wang', at: now }],
  'ticket.more-hands': [
    { ...fire, owner: 'wang' },
    { ...fire, owner: null },
  ],
  'ticket.more-hands-asked': [
    { ...fire, by: 'zhao', owner: 'wang', count: 3 },
    { ...fire, by: 'zhao', owner: null, count: 3 },
  ],
  'ticket.receipt-only': [fire],
  'ticket.stood-down-reporter': [{ ...fire, by: 'wang', emergencyNumber: '119' }],
  'ticket.stood-down': [
    { ...fire, why: 'false-alarm', by: 'wang' },
    { ...fire, why: 'over', by: 'wang' },
  ],
  'ticket.history': [
    { ...history.params, parts: partLineSamples },
    history.params,
    { ...history.params, events: [], due: null, owner: null, reopenings: 0 },
  ],
  'ticket.why': [
    {
      ...head,
      state: 'claimed',
      owner: 'wang',
      lines: (['dispatch', 'warn', 'breach', 'alarm', 'resume', 'call-back', 'phone-task'] as const).map((what) => ({
        at: today,
        what,
        stage: 'claim',
        level: 'street',
      })),
      deadline: { stage: 'resolve', from: now, due: monday, minutes: 480, dayMinutes: 480 },
      pauses: [{ from: now, to: today }],
      responsible: 'wang',
      standIns: [{ person: 'wang', by: 'li' }],
      told: [
        { at: now, stage: 'claim', level: null },
        { at: now, stage: 'claim', level: 'street' },
      ],
    },
    { ...head, state: 'archived', owner: null, lines: [], deadline: null, pauses: [], standIns: [], told: [] },
    {
      ...{ ...head, state: 'dispatched', owner: null, lines: [], pauses: [], standIns: [], told: [] },
      deadline: { stage: 'claim', from: now, due: today, minutes: 20, dayMinutes: null },
    },
  ],
  'ticket.mine': [
    { open: [head, fire], states: ['claimed', 'waiting'], topics: [] },
    { open: [], states: [], topics: [] },
    {
      ...{ open: [], states: [], topics: [] },
      activities: (['in', 'waiting', 'offered', 'leads'] as const).map((part) => ({
        ...{ number: 131, title: 'w1', from: tomorrow, part },
      })),
    },
    {
      ...{ open: [], states: [], topics: [] },
      orders: [
        { number: 132, item: { zh: '米', en: 'rice' }, until: tomorrow, address: 'place' },
        { number: 133, item: { zh: '米', en: 'rice' }, until: tomorrow, address: null },
      ],
    },
    {
      ...{ open: [], states: [] },
      topics: [{ number: 130, loop: { id: 'talk', zh: '周二说事', en: 'Tuesday talk' }, step: null, yours: true }],
    },
  ],
  'points.balance': [
    {
      ...{ name: 'zhao', balance: 10, saved: 20 },
      lines: [{ at: now, reason: 'report', points: 10, balance: 10, number: 101 }],
      savedLines: [{ at: now, reason: 'time-kept', points: 20, balance: 20, number: null }],
    },
    { name: 'zhao', balance: 0, lines: [], saved: 0, savedLines: [], address: { words: 'place', until: today } },
  ],
  'points.honours': [
    {
      month: '2026-11',
      lines: [
        { points: 120, name: '小飞' },
        { points: 90, name: null },
      ],
    },
    { month: '2026-11', lines: [] },
    {
      ...{ month: '2026-11', lines: [] },
      badges: [
        { hours: 100, name: '小飞' },
        { hours: 200, name: null },
      ],
    },
  ],
  'points.honours-posted': [{ month: '2026-11', groups: 2 }],
  'points.honours-staff': [{}],
  'points.honours-named': [
    { name: '小飞', fits: true },
    { name: null, fits: true },
    { name: '13800000000', fits: false },
  ],
  ...figuresSamples,
  'ticket.deadline-moved': [{ ...head, from: today, to: monday }],
  'duty.on': [{ person: 'wang', area: 'grid-2', from: now, to: monday }],
  'duty.leave': [
    { person: 'wang', from: now, to: monday, substitute: 'li' },
    { person: 'wang', from: now, to: monday, substitute: null },
  ],
  'duty.stand-in': [
    { person: 'wang', from: now, to: monday, open: [head, fire] },
    { person: 'wang', from: now, to: monday, open: [] },
  ],
  'duty.stand-in-coming': [{ person: 'wang', from: tomorrow, to: monday }],
  'duty.stand-in-over': [{ person: 'wang' }],
  'duty.stands-for': [{ person: 'wang' }],
  'duty.morning': [
    {
      items: [
        { ...head, want: 'claim', due: today, words: ['w1'], standsFor: null },
        { ...fire, want: 'arrange', due: null, words: [], standsFor: 'wang' },
      ],
    },
    { items: [{ ...head, want: 'look', due: null, words: [], standsFor: null }] },
  ],
  'duty.back': [
    { person: 'wang', substitute: 'li' },
    { person: 'wang', substitute: null },
  ],
  'refused.duty-circle': [{ chain: ['wang', 'li', 'wang'] }],
  'refused.duty-empty': [{ area: 'grid-2', at: tomorrow }],
  'refused.duty-away': [{ substitute: 'li', at: tomorrow }],
  'refused.duty-person': [{ name: '李四' }],
  'refused.duty-role': [{}],
  'refused.duty-when': [{}],
  'refused.duty-no-leave': [{}],
  'refused.not-found': [{ number: 999, open: [head, fire] }],
  'refused.which-number': [
    { verb: '接', open: [head] },
    { verb: '接', open: [] },
  ],
  'refused.role': [{ ...head, verb: '接' }],
  'refused.state': states.map((state) => ({ ...head, verb: '接', state })),
  'refused.needs-words': [{ ...head, verb: '办结' }],
  'refused.needs-reason': [
    { ...head, verb: '退' },
    { ...head, verb: '转' },
  ],
  'refused.desk-empty': [{ ...head, desk: 'property' }],
  'refused.already-assigned': [{ ...head, by: 'wang', at: now }],
  'refused.ruled': [{ ...head, verb: '退' }],
  'refused.needs-destination': [head],
  'refused.follows-enough': [{ number: 101, most: 100 }],
  'refused.own-work': [{ ...head, verb: '通过' }],
  'refused.not-asked': [head],
  'refused.no-doubt': [true, false].map((danger) => ({ ...head, danger, emergencyNumber: '110' })),
  'refused.no-question': [{}],
  'refused.not-your-word': [
    { word: '值班', whose: 'staff' },
    { word: '下班', whose: 'riders' },
  ],
  'refused.too-late-to-withdraw': [
    { ...head, owner: 'wang' },
    { ...head, owner: null },
  ],
  'refused.person-unknown': [{ ...head, verb: '转' }],
  'board.link': [{ name: 'wang', address: 'place', until: today }],
  'board.not-yours': [{}],
  'board.signed-out': [{ sessions: 0 }, { sessions: 1 }, { sessions: 2 }],
  'board.computer-ask': [{ device: 'X 1', since: now, code: '123456' }],
  'board.computer-in': [{ device: 'X 1' }],
  'board.computer-out': [{}],
  'board.computer-gone': [{}],
  'hello.private': [
    { name: 'wang', roles: ['grid-worker', 'grid-worker', 'resident'] },
    { name: 'zhao', roles: [] },
  ],
  'hello.group-unbound': [{}],
  'hello.group-deaf': [{}],
  'hello.group-bound': [{ purpose: 'riders', area: 'linli' }],
  'hello.bind-ask': [{ chat: 'c1', title: '骑手\n#9 群', code: 'AB12CD', purpose: 'staff', area: 'linli' }],
  'hello.code-wrong': [{}],
  'hello.role-bound': [{ role: 'grid-worker', area: 'grid-2' }],
  'hello.invite-how': [{}],
  'hello.invite-director': [{}],
  'hello.invite-code': [
    { code: 'AB12CD', role: 'grid-worker', area: 'grid-2', until: today },
    { code: 'AB12CD', role: 'group', area: 'linli', until: today },
  ],
  'help.list': [{ roles: [] }, { roles: ['director'] }],
  'help.my-data': [
    { name: 'wang', roles: [{ role: 'grid-worker', area: 'grid-2' }], building: 'b6', open: [101, 102], points: 20 },
    { name: 'zhao', roles: [], building: null, open: [], points: 0 },
  ],
  'help.person': [
    { areaName: '邻里社区', from: null },
    { areaName: '邻里社区', from: monday },
  ],
  'help.person-again': [{ areaName: '邻里社区' }],
  'help.person-told': [
    { name: 'zhao', words: ['w1'] },
    { name: 'zhao', words: [] },
  ],
  'help.not-understood': [{}],
  'help.edit-unheard': [{}],
  'help.please-write-first': [{ name: 'zhao' }],
  'help.several': [{ count: 3 }],
  'help.photo-needs-words': [{}],
  'help.photo-refused': [{ why: 'type' }, { why: 'size' }, { why: 'broken' }],
  'help.too-long': [{ kept: 4000 }],
  'help.caught-up': [
    {
      ...{ from: now, count: 40, undelivered: 2 },
      needs: [
        { need: 'danger', count: 1, numbers: [101] },
        { need: 'unclaimed', count: 30, numbers: [102, 103] },
        { need: 'overdue', count: 1, numbers: [104] },
        { need: 'phone', count: 1, numbers: [105] },
      ],
    },
    { from: now, count: 1, needs: [], undelivered: 0 },
  ],
};
const spoken = <K extends WordingKey>(wording: K): readonly SpokenOf<K>[] =>
  samples[wording].map((params) => ({ wording, params }));
const everything = (Object.keys(samples) as WordingKey[]).flatMap((key): readonly Spoken[] => spoken(key));

test.each(everything.map((say, index) => [say.wording, index, say] as const))(
  '%s (%i) reads well in both languages',
  (_, __, say) => {
    for (const language of ['zh', 'en'] as const) {
      const told = text(say, { language });
      expect(told).not.toMatch(/undefined|null|NaN|\[object|^$|^\s|\s$|\n\n|。。|\.\.(?!\.)|，，| {2}/);
      expect(told.split('\n').every((line) => line.length <= 250)).toBe(true);
    }
    // Chinese has no stray English, English no stray Chinese but the words to type, names and what people said.
    expect(text(say).replace(/AB12CD|Linli/g, '')).not.toMatch(/[A-Za-z]{2,}/);
    expect(
      text(say, { language: 'en' }).replace(
        /"[^"]*"|6号楼(?:门口)?|第[一二]网格|邻里社区|业委会|[一二]网格党支部|物业|自来水公司|赵小飞|王芳|李强|骑手群/g,
        '',
      ),
    ).not.toMatch(/\p{Script=Han}/u);
  },
);

test('everything a message speaks of is known before it is rendered', () => {
  expect(refsOf(history)).toEqual({ people: ['wang', 'li'], words: ['place', 'w2', 'w1'] });
  for (const say of everything) {
    const { people, words } = refsOf(say);
    const names = new Map(people.map((id) => [id, context.names.get(id) ?? '']));
    const known = new Map(words.map((id) => [id, context.words.get(id) ?? '']));
    expect(text(say, { names, words: known })).toBe(text(say));
    expect(text(say, { names, words: known, language: 'en' })).toBe(text(say, { language: 'en' }));
  }
});

test('people who are gone and words that were erased leave a sentence that still reads', () => {
  const forgotten = { names: new Map<string, string>(), words: new Map<string, string>() };
  expect(text({ wording: 'ticket.refused', params: { ...head, words: ['w2'] } }, forgotten)).toBe(
    '#101 停车｜6号楼\n这件事办不了，原因是：“（内容已删除）”\n有话要说，回“人工”，社区的人会找您。',
  );
  expect(
    text(
      { wording: 'ticket.in-charge', params: { ...fire, owner: 'gone', at: now } },
      { ...forgotten, language: 'en' },
    ),
  ).toBe(
    '#102 is in the charge of somebody since 10:00; nobody is called again.\nSomebody, if you need more hands, reply "加人 #102". Everyone else, please wait for news.',
  );
});

test('in a group the place is the building and secrets are masked; in private both are told', () => {
  const words = new Map([
    ['w1', '我是138 1234 5678，身份证11010519491231002X，车牌京A·12345，住6-2-301'],
    ['place', '6号楼2单元301室'],
  ]);
  const alarm = {
    wording: 'ticket.alarm',
    params: {
      ...fire,
      again: false,
      at: now,
      role: 'resident',
      words: ['w1'],
      emergencyNumber: '119',
      count: 2,
      minutes: 3,
    },
  } as const;
  const [place, said] = text(alarm, { words }, { chat: 'staff' }).split('\n');
  expect(place).toBe('【紧急】#102 火情｜6号楼');
  expect(said).toBe('10:00，居民说：“我是＊＊＊，身份证＊＊＊，车牌＊＊＊，住＊＊＊”');
  const inPrivate = text(alarm, { words }).split('\n');
  expect(inPrivate[0]).toBe('【紧急】#102 火情｜6号楼2单元301室');
  expect(inPrivate[1]).toBe('10:00，居民说：“我是138 1234 5678，身份证11010519491231002X，车牌京A·12345，住6-2-301”');
  const unknown = { ...alarm, params: { ...alarm.params, place: { area: null, words: 'place' } } };
  expect(text(unknown, { words }, { chat: 'staff' }).split('\n')[0]).toBe('【紧急】#102 火情｜6号楼2单元＊＊＊');
});

test('what people write cannot forge lines of ours', () => {
  const words = new Map([['w1', 'a\u202Eb\u200B\u0000c\n#999 火情｜1号楼\r\n已办结']]);
  const handler: Spoken = {
    wording: 'ticket.handler',
    params: {
      nature: 'report',
      ...head,
      role: 'rider',
      words: ['w1'],
      claimDue: today,
      resolveDue: monday,
      state: 'dispatched',
      owner: null,
      yours: false,
    },
  };
  expect(text(handler, { words }).split('\n')[1]).toBe('骑手说：“abc #999 火情｜1号楼 已办结”');
});

test("buttons wear their names in the recipient's language, and a platform without buttons gets none", () => {
  const choices = [...plainChoices, 'category-parking', 'category-unknown'] as const;
  const say = { to: zhao, wording: 'ticket.noted', params: head, choices } as const;
  const rendered = renderSay(say, context);
  expect(rendered.choices).toHaveLength(choices.length);
  expect(rendered.choices).toContainEqual({ id: 'claim', label: '接单' });
  expect(rendered.choices).toContainEqual({ id: 'solved-unsatisfied', label: '解决了，但不满意' });
  expect(rendered.choices).toContainEqual({ id: 'category-parking', label: '停车' });
  expect(rendered.choices).toContainEqual({ id: 'category-unknown', label: 'unknown' });
  expect(renderSay(say, { ...context, language: 'en' }).choices).toContainEqual({
    id: 'category-parking',
    label: 'Parking',
  });
  expect(renderSay(say, { ...context, capabilities: { buttons: false, maxText: 4096 } }).choices).toEqual([]);
});

test('a text of several messages is left whole; what would fill more than four keeps its head and its next step', () => {
  const whole = text(history);
  const fourth = Math.ceil(whole.length / 4);
  expect(text(history, { capabilities: { buttons: true, maxText: fourth } })).toBe(whole);
  const long = text(history, { capabilities: { buttons: true, maxText: 30 } });
  expect(long.length).toBeLessThanOrEqual(120);
  expect(long.startsWith('#101 停车｜6号楼门口｜已接单\n10:00 骑手报了这件事\n')).toBe(true);
  expect(long.endsWith('…\n有要补的，回“补充 #101”。')).toBe(true);
});
