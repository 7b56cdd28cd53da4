import { createStore } from '../../src/store/store';
import { whole, type WholeVerb } from '../../src/domain/understanding/command/command-words';
import { roles, type Role } from '../../src/domain/community/community';
import { silentLog } from '../support/open-store';
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
}

const forAll = (answer: string): Row => ({ may: everybody, answer });

/** One row for each word that is a message of its own: a new one without a row does not compile. */
const ofWholeWords: { readonly [V in WholeVerb]: Row } = {
  mine: forAll('ticket.mine'),
  points: forAll('points.balance'),
  statement: forAll('points.balance'),
  help: forAll('help.list'),
  person: forAll('help.person'),
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
  brief: { may: leaders, answer: 'figures.brief', others: 'help.not-understood' },
};

/** Words with something behind them. */
const ofOthers: readonly (readonly [string, Row])[] = [
  ['看板', { may: workers, answer: 'board.link', others: 'board.not-yours' }],
  ['邀请 居民', { may: leaders, answer: 'hello.invite-code', others: 'help.list' }],
  ['值班 我', { may: handlers, answer: 'duty.on', others: null }],
  ['销假', { may: handlers, answer: 'refused.duty-no-leave', others: null }],
  ['台账', { may: handlers, answer: 'care.ledger', others: null }],
  [
    '发起 周六上午9点到11点 中心花园清扫 要12人',
    { may: ['captain', ...handlers], answer: 'activity.draft', others: 'activity.not-opened' },
  ],
  ['进货 米 10', { may: [...leaders, 'shop'], answer: 'reward.restocked', others: 'reward.not-yours' }],
  ['结算', { may: [...leaders, 'shop'], answer: 'reward.settlement', others: 'reward.not-yours' }],
  ['发卡 王奶奶', { may: ['captain', ...leaders], answer: 'service.card', others: 'service.not-yours' }],
  ['拨 王奶奶 2小时', { may: leaders, answer: 'service.not-moved', others: 'service.not-yours' }],
  ['大账单', forAll('fund.month')],
  ['大账单 收入 100 捐款', { may: leaders, answer: 'fund.noted', others: 'fund.not-noted' }],
  ['换号', forAll('self.code')],
  ['兑', forAll('reward.list')],
];

test('each word is answered to those who may say it, privately, and gives nobody else anything', async () => {
  const world = await sandboxWorld();
  const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  const outbox = store.connection.collection('outbox');
  const wordingsTo = async (person: string): Promise<readonly string[]> =>
    (await outbox.find({ person }).sort({ createdAt: 1, seq: 1 }).toArray()).map(({ say }) =>
      String((say as { wording?: string }).wording),
    );
  try {
    await world.api.post('/chats/residents/members', { join: { id: 'newcomer', name: '新来的' } });
    await world.writes('newcomer', { text: '帮助' });
    const last = await outbox.findOne({}, { sort: { createdAt: -1, seq: -1 } });
    const idOf = (speaker: Speaker): string => (speaker === 'guest' ? String(last?.['person']) : who[speaker]);

    const ofWhole = Object.entries(ofWholeWords).map(([verb, row]) => [whole[verb as WholeVerb][0], row] as const);
    const wrong: string[] = [];
    for (const [word, { may, answer, others = null }] of [...ofWhole, ...ofOthers])
      for (const speaker of everybody) {
        const before = (await wordingsTo(idOf(speaker))).length;
        await world.writes(who[speaker], { text: word });
        const said = (await wordingsTo(idOf(speaker))).slice(before).join(' + ');
        const wanted = may.includes(speaker) ? answer : (others ?? '');
        if (said !== wanted) wrong.push(`${word} of ${speaker}: ${said || 'nothing'}, not ${wanted || 'nothing'}`);
      }
    expect(wrong).toEqual([]);
    for (const group of ['residents', 'riders', 'volunteers', 'staff']) expect(await world.group(group)).toEqual([]);
  } finally {
    await store.close();
    await world.stop();
  }
});
