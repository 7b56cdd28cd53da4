import { connectStore } from '../../src/store/connect.store';
import { storedText } from '../support/stored-text';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';
import { differencesIn } from '../support/differences';

const open = async () => {
  const world = await sandboxWorld();
  const connection = await connectStore(world.app.mongoUri);
  const db = connection.getClient().db(connection.name);
  return {
    world,
    db,
    stored: () => storedText(db),
    stop: async () => {
      await connection.close();
      await world.stop();
    },
  };
};

const days = (count: number) => count * 24 * 60;

test('whoever wishes to be forgotten is, after seven days for second thoughts; what happened and the books stay whole', async () => {
  const { world, db, stored, stop } = await open();
  try {
    // A finished matter, points and a photo; an open one that nobody has, and one that somebody works on.
    await world.posts('zhao-fei', 'riders', { text: '西门口垃圾桶倒了一地，臭得很', photo: 'cars' });
    await world.writes('li-qiang', { text: '接 #101' });
    await world.writes('li-qiang', { text: '办结 #101 扫干净了' });
    const asked = lastSeen(await world.private('zhao-fei'), /#101|解决了/);
    await world.presses('zhao-fei', 'private', asked, asked.choices[0] ?? '');
    await world.writes('zhao-fei', { text: '报 6号楼的路灯坏了，晚上看不见' });
    await world.writes('zhao-fei', { text: '报 8号楼门口快递柜打不开门' });
    const [lamp, locker] = [102, 103];
    await world.writes('li-qiang', { text: `接 #${locker}` });
    const books = await world.books();

    await world.writes('zhao-fei', { text: '确认删除' });
    lastSeen(await world.private('zhao-fei'), /还什么都没删/);
    await world.writes('zhao-fei', { text: '忘记我' });
    lastSeen(await world.private('zhao-fei'), /#102|#103[^]*回“确认删除”/);
    await world.writes('zhao-fei', { text: '确认删除' });
    lastSeen(await world.private('zhao-fei'), /改了主意/);
    await world.writes('zhao-fei', { text: '不删了' });
    lastSeen(await world.private('zhao-fei'), /好，不删了/);
    await world.jump(days(8));
    expect(await stored()).toContain('路灯坏了');

    await world.writes('zhao-fei', { text: '忘记我' });
    await world.writes('zhao-fei', { text: '确认删除' });
    await world.writes('zhao-fei', { text: '确认删除' });
    await world.jump(days(6));
    expect(await stored()).toContain('路灯坏了');
    await world.jump(days(2));

    const left = await stored();
    for (const gone of ['臭得很', '路灯坏了', '赵小飞']) expect(left).not.toContain(gone);
    expect(await db.collection('photo_files.files').countDocuments()).toBe(0);
    expect((await world.ticket(lamp)).state).toMatch(/withdrawn|archived/);
    // Somebody works on it: what they need to know stays until it is done.
    expect((await world.ticket(locker)).state).toBe('claimed');
    expect(left).toContain('快递柜打不开');
    await world.writes('li-qiang', { text: `办结 #${locker} 修好了` });
    await world.advance(days(1));
    const people = ['wang-fang', 'li-qiang', 'chen-xiao', 'xu-ning', 'he-min', 'lin-jing'];
    for (const who of people) {
      const seen = await world.private(who);
      if (countSeen(seen, new RegExp(`#${locker}[^]*电话`)) === 0) continue;
      const task = lastSeen(seen, new RegExp(`#${locker}[^]*电话`));
      await world.presses(who, 'private', task, task.choices[0] ?? '');
      break;
    }
    await world.jump(days(2));
    expect(await stored()).not.toContain('快递柜打不开');

    // The books still know the account, and nobody its owner; the last matter was confirmed by telephone meanwhile.
    const balance = ({ accounts }: typeof books) => accounts.find(({ owner }) => owner === 'zhao-fei')?.balance;
    expect([balance(books), balance(await world.books())]).toEqual([10, 20]);
    expect((await world.books()).sum).toBe(0);
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);
  } finally {
    await stop();
  }
});

test('whoever was found to be one with guests is forgotten with all of them, and nobody else is', async () => {
  const { world, db, stored, stop } = await open();
  const { api } = world;
  const joins = (id: string, name: string) => api.post('/chats/residents/members', { join: { id, name } });
  const isJoined = async (id: string): Promise<void> => {
    await world.writes(id, { text: '我是 刘建国 6号楼' });
    const asked = lastSeen(await world.private('xu-ning'), /用新号说：自己是刘建国/);
    await world.presses('xu-ning', 'private', asked, '是');
    lastSeen(await world.private(id), /新号接好了/);
  };
  try {
    await joins('first-phone', '老刘头');
    await joins('second-phone', '刘师傅六栋');
    await joins('stranger', '路过的人');
    await world.writes('first-phone', { text: '报 6号楼门口快递柜打不开门', photo: 'cars' });
    await world.writes('second-phone', { text: '报 6号楼楼道里的灯一直在闪' });
    await world.writes('stranger', { text: '报 2号楼门口的树枝断了' });
    await isJoined('first-phone');
    await isJoined('second-phone');
    // Found to be somebody else after all: what that one said is no more the other's to erase.
    await isJoined('stranger');
    await world.writes('chen-xiao', { text: '拆开 刘建国' });
    await world.presses('chen-xiao', 'private', lastSeen(await world.private('chen-xiao'), /路过的人/), '是');
    lastSeen(await world.private('chen-xiao'), /拆开了/);
    await world.writes('liu-jianguo', { text: '报 6号楼信箱的锁坏掉了' });

    await world.writes('second-phone', { text: '忘记我' });
    await world.writes('second-phone', { text: '确认删除' });
    await world.jump(days(8));

    const left = await stored();
    for (const gone of ['快递柜打不开', '灯一直在闪', '信箱的锁', '老刘头', '刘师傅六栋', '刘建国'])
      expect(left).not.toContain(gone);
    expect(await db.collection('photo_files.files').countDocuments()).toBe(0);
    const accounts = await db.collection('identities').find().toArray();
    const natives = accounts.map(({ nativeId }) => String(nativeId));
    for (const gone of ['liu-jianguo', 'first-phone', 'second-phone']) expect(natives).not.toContain(gone);
    expect(natives).toContain('stranger');
    expect(left).toContain('树枝断了');
    // Each of the accounts is somebody new, and nothing comes back with it.
    for (const account of ['liu-jianguo', 'first-phone', 'second-phone']) {
      await world.writes(account, { text: '我的' });
      expect(lastSeen(await world.private(account), /./).text).not.toMatch(/#10\d/);
    }
    await world.writes('stranger', { text: '我的' });
    expect(lastSeen(await world.private('stranger'), /./).text).toContain('#103');
    // Nor can they be parted any more.
    await world.writes('chen-xiao', { text: '拆开 刘建国' });
    lastSeen(await world.private('chen-xiao'), /没有|没找到/);
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);
  } finally {
    await stop();
  }
});

test('whoever comes again with the same account is somebody new, also after a restart and a new pack', async () => {
  const { world, stop } = await open();
  try {
    await world.writes('zhao-fei', { text: '报 6号楼的路灯坏了，晚上看不见' });
    await world.writes('zhao-fei', { text: '忘记我' });
    await world.writes('zhao-fei', { text: '确认删除' });
    await world.jump(days(8));
    await world.restart();
    await world.writes('zhao-fei', { text: '我的资料' });
    lastSeen(await world.private('zhao-fei'), /还没有登记/);
    await world.writes('zhao-fei', { text: '我的' });
    expect(lastSeen(await world.private('zhao-fei'), /./).text).not.toContain('#101');
  } finally {
    await stop();
  }
});

test('of a hundred matters nobody follows more, and whoever followed many more is gone from each', async () => {
  const { world, db, stop } = await open();
  const matters = db.collection<{ _id: string; id: string; number: number; state: { number: number } }>('matters');
  const follows = (from: number, count: number) => async (): Promise<void> => {
    const first = await matters.findOne({ number: 101 });
    if (first === null) throw new Error('nothing to follow');
    const ids = Array.from({ length: count }, (_, at) => [`copy-${from + at}`, from + at] as const);
    await matters.insertMany(
      ids.map(([id, number]) => ({
        ...first,
        ...{ _id: first._id.replace(first.id, id), id, number, dueAt: null },
        state: { ...first.state, id, number },
      })),
    );
  };
  try {
    await world.posts('zhang-nainai', 'residents', { text: '6号楼门口垃圾桶满了' });
    await world.posts('zhang-nainai', 'residents', { text: '8号楼门口快递柜打不开门' });
    await world.writes('pan-bo', { text: '关注 #101' });
    await follows(1_000, 98)();
    await world.writes('pan-bo', { text: '关注 #102' });
    lastSeen(await world.private('pan-bo'), /#102[^]*有进展私信告诉您/);
    await world.writes('pan-bo', { text: '取消关注 #102' });
    await follows(2_000, 1)();
    await world.writes('pan-bo', { text: '关注 #102' });
    lastSeen(await world.private('pan-bo'), /已经有 100 件，#102 没有加上[^]*取消关注/);
    await world.writes('pan-bo', { text: '忘记我' });
    await world.writes('pan-bo', { text: '确认删除' });
    await follows(3_000, 20)();
    await world.jump(days(8));
    expect(await matters.countDocuments({ 'state.followers.0': { $exists: true } })).toBe(0);
  } finally {
    await stop();
  }
});

test('whoever works here is told why not; a neighbour hears nothing of it in the group', async () => {
  const { world, stop } = await open();
  try {
    await world.writes('wang-fang', { text: '忘记我' });
    lastSeen(await world.private('wang-fang'), /管着事/);
    const before = (await world.group('residents')).length;
    await world.posts('zhang-nainai', 'residents', { text: '忘记我' });
    expect(await world.group('residents')).toHaveLength(before);
  } finally {
    await stop();
  }
});

test('what has been kept long enough goes, and what is still open stays', async () => {
  const { world, db, stored, stop } = await open();
  try {
    await world.posts('zhao-fei', 'riders', { text: '西门口垃圾桶倒了一地，臭得很', photo: 'cars' });
    await world.writes('zhao-fei', { text: '撤回 #101' });
    await world.writes('zhao-fei', { text: '报 6号楼的路灯坏了，晚上看不见', photo: 'clean' });
    await world.jump(days(400));
    await world.jump(days(329));
    expect(await db.collection('photo_files.files').countDocuments()).toBe(4);
    await world.jump(days(3));
    expect(await db.collection('photo_files.files').countDocuments()).toBe(2);
    expect(await stored()).toContain('臭得很');
    await world.jump(days(370));
    expect(await stored()).not.toContain('臭得很');
    expect(await stored()).toContain('路灯坏了');
    const log = await db
      .collection('privacy_log')
      .find({ 'counts.photos': { $gt: 0 } })
      .toArray();
    expect(log).toMatchObject([{ kind: 'retention', person: null, counts: { photos: 1 } }]);
  } finally {
    await stop();
  }
});
