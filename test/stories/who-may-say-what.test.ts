import { createStore } from '../../src/store/store';
import {
  anchored,
  whole,
  type AnchoredVerb,
  type WholeVerb,
} from '../../src/domain/understanding/command/command-words';
import { roles, type Role } from '../../src/domain/community/community';
import { silentLog } from '../support/open-store';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';

type Speaker = Role | 'guest';
const everybody: readonly Speaker[] = ['guest', ...roles];

/** Somebody of each role, who holds no other that counts for these words. */
const who: Readonly<Record<Speaker, string>> = {
  guest: 'newcomer',
  resident: 'zhang-nainai',
  rider: 'sun-hao',
  volunteer: 'hu-xia',
  captain: 'sun-mei',
  'grid-worker': 'ma-li',
  'grid-leader': 'zheng-hai',
  staff: 'he-min',
  director: 'lin-jing',
  inspector: 'fang-zheng',
  shop: 'zhou-man',
};

const leaders: readonly Speaker[] = ['staff', 'director'];
const handlers: readonly Speaker[] = ['grid-worker', 'grid-leader', ...leaders];
const workers: readonly Speaker[] = [...handlers, 'inspector'];

/** With which message those are answered who may say it, and with which the others; `null`: as if nothing was said. */
interface Row {
  readonly may: readonly Speaker[];
  readonly answer: string;
  readonly others?: string | null;
  /** Others are told of it, too. */
  readonly alone?: true;
}

const forAll = (answer: string): Row => ({ may: everybody, answer });

/** One row for each word that is a message of its own: a new one without a row does not compile. */
const ofWholeWords: { readonly [V in WholeVerb]: Row } = {
  mine: forAll('ticket.mine'),
  points: forAll('points.balance'),
  statement: forAll('points.balance'),
  help: forAll('help.list'),
  person: { ...forAll('help.person'), alone: true },
  'search-me': forAll('ticket.search-wish'),
  'search-me-not': forAll('ticket.search-wish'),
  'my-data': forAll('help.my-data'),
  'my-page': forAll('privacy.page'),
  // Whoever works here goes by the hand of those who let them in.
  'forget-me': {
    may: everybody.filter((each) => !workers.includes(each)),
    answer: 'privacy.forget-asked',
    others: 'privacy.works-here',
  },
  'erase-me': {
    may: everybody.filter((each) => !workers.includes(each)),
    answer: 'privacy.erasure-set',
    others: 'privacy.works-here',
  },
  'keep-me': forAll('privacy.erasure-off'),
  tasks: forAll('ticket.mine'),
  brief: { may: leaders, answer: 'figures.brief', others: 'refused.not-your-word' },
};

const forWork: Row = { may: workers, answer: 'refused.which-number', others: 'refused.not-your-word' };
const forAnybody = forAll('refused.which-number');
const ofActivities = forAll('activity.which');

/** Without a number these are no words of the work: somebody may cry for help. */
type AsCry = 'danger' | 'no-danger';

/** The same for words that are said of a matter, here of none: nobody has anything open, so which one is asked. */
const ofAnchored: { readonly [V in Exclude<AnchoredVerb, AsCry>]: Row } = {
  claim: forWork,
  resolve: forWork,
  'hand-over': forWork,
  pause: forWork,
  resume: forWork,
  raise: forWork,
  convene: forWork,
  minutes: forWork,
  note: forAnybody,
  'ask-reporter': forWork,
  decline: forWork,
  'take-charge': forWork,
  'more-hands': forWork,
  'false-alarm': forWork,
  'stand-down': forWork,
  assign: forWork,
  pass: forWork,
  'send-back': forWork,
  supervise: forWork,
  'family-called': forWork,
  'police-called': forWork,
  return: forWork,
  thank: forWork,
  search: forAnybody,
  widen: forAnybody,
  sighting: forAnybody,
  found: forAnybody,
  family: forWork,
  consider: forWork,
  plan: forWork,
  'not-take-up': forWork,
  look: forAnybody,
  why: forAnybody,
  'me-too': forAnybody,
  follow: forAnybody,
  unfollow: forAnybody,
  'not-yet': forAnybody,
  'all-done': forAnybody,
  'ask-part': forWork,
  'drop-part': forWork,
  settle: forWork,
  'on-behalf': forWork,
  accompanied: forWork,
  'at-home': forWork,
  'move-visit': forAnybody,
  green: forWork,
  'cancel-visit': forAnybody,
  merge: forWork,
  unmerge: forWork,
  tell: forAnybody,
  'papers-complete': forAnybody,
  'papers-missing': forWork,
  withdraw: forAnybody,
  supplement: forAnybody,
  'next-step': forWork,
  'sign-up': ofActivities,
  'sign-off': ofActivities,
  'show-list': ofActivities,
  'cancel-activity': ofActivities,
  'change-activity': ofActivities,
  'take-back': forWork,
  'drop-photo': forWork,
};

/** Words with something behind them. */
const ofOthers: readonly (readonly [string, Row])[] = [
  ['1', forAll('refused.no-question')],
  ['看板', { may: workers, answer: 'board.link', others: 'board.not-yours' }],
  ['邀请 居民', { may: leaders, answer: 'hello.invite-code', others: 'refused.not-your-word' }],
  ['值班 我', { may: handlers, answer: 'duty.on', others: 'refused.not-your-word' }],
  ['销假', { may: handlers, answer: 'refused.duty-no-leave', others: 'refused.not-your-word' }],
  ['台账', { may: handlers, answer: 'care.ledger', others: 'refused.not-your-word' }],
  [
    '发起 周六上午9点到11点 中心花园清扫 要12人',
    { may: ['captain', ...handlers], answer: 'activity.draft', others: 'activity.not-opened' },
  ],
  ['进货 米 10', { may: [...leaders, 'shop'], answer: 'reward.restocked', others: 'reward.not-yours' }],
  ['结算', { may: [...leaders, 'shop'], answer: 'reward.settlement', others: 'reward.not-yours' }],
  ['发卡 王奶奶', { may: ['captain', ...leaders], answer: 'service.card', others: 'service.not-yours' }],
  ['拨 王奶奶 2小时', { may: leaders, answer: 'service.not-moved', others: 'service.not-yours' }],
  ['大账单', forAll('fund.month')],
  ['大账单 收入 100 捐款', { may: leaders, answer: 'fund.noted', others: 'fund.not-noted', alone: true }],
  ['请假', { may: handlers, answer: 'refused.duty-when', others: 'refused.not-your-word' }],
  ['由 李强 代', { may: handlers, answer: 'refused.duty-no-leave', others: 'refused.not-your-word' }],
  ['拉黑 潘博', { may: leaders, answer: 'ban.needs-reason', others: 'refused.not-your-word' }],
  ['拉黑 潘博 因为 天天在群里骂人', { may: leaders, answer: 'ban.done', others: 'refused.not-your-word' }],
  ['解除拉黑 没有这人', { may: leaders, answer: 'ban.which', others: 'refused.not-your-word' }],
  ['拆开 没有这人', { may: leaders, answer: 'self.part-nobody', others: 'self.staff-only' }],
  ['登记', { may: handlers, answer: 'care.how', others: 'refused.not-your-word' }],
  ['简报 本月', { may: handlers, answer: 'figures.month', others: 'refused.not-your-word' }],
  ['退出看板', forAll('board.signed-out')],
  ['预算', { may: leaders, answer: 'points.budget', others: 'refused.not-your-word' }],
  ['说事', forAll('topic.not-opened')],
  ['店铺', { may: ['staff', 'shop'], answer: 'reward.shop-page', others: 'reward.not-yours' }],
  ['核销 1234 5678', { may: ['staff', 'shop'], answer: 'reward.code-wrong', others: 'reward.not-yours' }],
  ['开评', { may: leaders, answer: 'round.begun', others: 'round.not-yours' }],
  ['打分', { may: leaders, answer: 'round.progress', others: 'round.not-marked' }],
  ['纸卡', { may: [], answer: '', others: 'round.not-yours' }],
  ['户积分', forAll('round.no-account')],
  ['清洁户', forAll('round.honours')],
  ['光荣榜', forAll('points.honours')],
  ['榜名 小红', forAll('points.honours-named')],
  ['表扬', forAll('deed.not-named')],
  ['服务', forAll('service.not-logged')],
  ['存 1小时', forAll('service.not-moved')],
  ['愿意结对', forAll('pairing.not-asked')],
  ['结对 王奶奶', forAll('pairing.not-asked')],
  ['结束结对', forAll('refused.which-number')],
  ['上班', { may: ['rider'], answer: 'shift.on', others: 'refused.not-your-word' }],
  ['下班', { may: ['rider'], answer: 'shift.off', others: 'refused.not-your-word' }],
  ['语言 简体', forAll('self.language')],
  ['不替了', forAll('kin.none')],
  ['我替 没有这人 说话', forAll('kin.asked')],
  ['绑定 WRONGCODE1', forAll('hello.code-wrong')],
  ['绑定', forAll('hello.code-wrong')],
  ['查 #999', forAll('refused.not-found')],
  ['办结 #999', forAll('refused.not-found')],
  ['督办 #999', forAll('refused.not-found')],
  ['找人 #999', forAll('refused.not-found')],
  ['邀请', { may: leaders, answer: 'hello.invite-how', others: 'refused.not-your-word' }],
  ['换号', forAll('self.code')],
  ['兑', forAll('reward.list')],
];

/** What is shown in the groups when staff say so. */
const ofPublicWords: readonly (readonly [string, Row])[] = [
  ['发清洁户', { may: leaders, answer: 'round.honours', others: 'round.not-yours' }],
  ['发光荣榜', { may: leaders, answer: 'points.honours-posted', others: 'points.honours-staff' }],
];

type World = Awaited<ReturnType<typeof sandboxWorld>>;
type Store = Awaited<ReturnType<typeof createStore>>;
let world: World;
let store: Store;
let guest: string;

beforeAll(async () => {
  const PACK = await packFile(new Map(), {
    mostPerMinute: 100_000,
    mostPerMinuteInChat: 100_000,
    pointsBudget: 'queue',
  });
  world = await sandboxWorld({ env: { PACK } });
  store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  await world.api.post('/chats/residents/members', { join: { id: 'newcomer', name: '新来的' } });
  await world.writes('newcomer', { text: '帮助' });
  const last = await store.connection.collection('outbox').findOne({}, { sort: { createdAt: -1, seq: -1 } });
  guest = String(last?.['person']);
});
afterAll(async () => {
  await store.close();
  await world.stop();
});

const idOf = (speaker: Speaker): string => (speaker === 'guest' ? guest : who[speaker]);

/** What was said to each since `after`. */
const saidSince = async (after: Date): Promise<ReadonlyMap<string, string>> => {
  const rows = await store.connection
    .collection('outbox')
    .find({ createdAt: { $gt: after } })
    .sort({ createdAt: 1, seq: 1 })
    .toArray();
  const said = new Map<string, string>();
  for (const { person, say } of rows) {
    const { wording } = say as { wording?: string };
    const before = said.get(String(person));
    said.set(String(person), before === undefined ? String(wording) : `${before} + ${String(wording)}`);
  }
  return said;
};

const sayAtOnce = async (speakers: readonly Speaker[], text: string): Promise<ReadonlyMap<string, string>> => {
  const after = new Date();
  await Promise.all(
    speakers.map((speaker) => world.api.post(`/chats/private-${who[speaker]}/messages`, { from: who[speaker], text })),
  );
  await world.api.post('/settle');
  return saidSince(after);
};

/** Each word by somebody of each role, in private; where others hear of it, one after the other. */
const wrongIn = async (rows: readonly (readonly [string, Row])[]): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const [word, { may, answer, others = null, alone }] of rows)
    for (const speakers of alone ? everybody.map((each) => [each]) : [everybody]) {
      const said = await sayAtOnce(speakers, word);
      for (const speaker of speakers) {
        const heard = said.get(idOf(speaker)) ?? '';
        const wanted = may.includes(speaker) ? answer : (others ?? '');
        if (heard !== wanted) wrong.push(`${word} of ${speaker}: ${heard || 'nothing'}, not ${wanted || 'nothing'}`);
      }
    }
  return wrong;
};

test('each word that is a message of its own is answered to everybody, and gives only those it is for anything', async () => {
  expect(await wrongIn(Object.entries(ofWholeWords).map(([verb, row]) => [whole[verb as WholeVerb][0], row]))).toEqual(
    [],
  );
});

test('each word said of a matter asks which one those who may say it, and tells the others that it is not theirs', async () => {
  expect(
    await wrongIn(Object.entries(ofAnchored).map(([verb, row]) => [anchored[verb as AnchoredVerb][0], row])),
  ).toEqual([]);
});

test('each word with something behind it is answered to everybody, and does nothing for those it is not for', async () => {
  expect(await wrongIn(ofOthers)).toEqual([]);
});

/** Words whose answer depends on much besides the role. */
const ofMuch = [
  '签到 4711',
  '签退',
  '没来 #999 王芳',
  '都来了 #999',
  '报名 #999 2人',
  '异议 打错了',
  '改分 山前村3号 个人9 因为 看错了',
  '维持 山前村3号 因为 没错',
  '户主 3号 张三',
  '户榜名 阳光小院',
  '取 1小时',
  '捐 1小时',
  '送 王奶奶 1小时',
  '服务 王奶奶 1小时',
  '兑 没有这样东西',
  '大账单 冲正 #999 因为 记错了',
  '感谢 #999',
  '为什么 #999',
  '代 没有这人 兑 米',
  '不结对了',
  '拨 没有这人 2小时',
];

test('nothing that is typed in private stays without an answer, whoever types it', async () => {
  const silent: string[] = [];
  for (const word of ofMuch) {
    const said = await sayAtOnce(everybody, word);
    silent.push(...everybody.filter((each) => !said.has(idOf(each))).map((each) => `${word} of ${each}`));
  }
  expect(silent).toEqual([]);
});

test('none of it was to be seen in a group, but what staff make public', async () => {
  for (const group of ['residents', 'riders', 'volunteers', 'staff']) expect(await world.group(group)).toEqual([]);
  expect(await wrongIn(ofPublicWords)).toEqual([]);
  const shown = (await world.group('residents')).map(({ text }) => text.split('\n')[0]);
  expect(new Set(shown)).toEqual(new Set(['2026-11 光荣榜']));
});
