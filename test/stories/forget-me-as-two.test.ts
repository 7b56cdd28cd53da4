import { connectStore } from '../../src/store/connect.store';
import { differencesIn } from '../support/differences';
import { storedText } from '../support/stored-text';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

const days = (count: number) => count * 24 * 60;

const open = async () => {
  const world = await sandboxWorld();
  const connection = await connectStore(world.app.mongoUri);
  const db = connection.getClient().db(connection.name);
  const presses = async (who: string, asked: RegExp, label: string) =>
    world.presses(who, 'private', lastSeen(await world.private(who), asked), label);
  return {
    world,
    db,
    joins: (id: string, name: string) => world.api.post('/chats/residents/members', { join: { id, name } }),
    /** Found by staff to be whom they say they are. */
    isJoined: async (id: string): Promise<void> => {
      await world.writes(id, { text: '我是 刘建国 6号楼' });
      const asked = /用新号说：自己是刘建国/;
      const isAsked = asked.test((await world.private('xu-ning')).at(-1)?.text ?? '');
      // Another day somebody else stands in.
      await presses(isAsked ? 'xu-ning' : 'chen-xiao', asked, '是');
      lastSeen(await world.private(id), /新号接好了/);
    },
    areParted: async (): Promise<void> => {
      await world.writes('chen-xiao', { text: '拆开 刘建国' });
      await presses('chen-xiao', /名下有一个新号/, '是');
      lastSeen(await world.private('chen-xiao'), /拆开了/);
    },
    wishes: async (id: string): Promise<void> => {
      await world.writes(id, { text: '忘记我' });
      await world.writes(id, { text: '确认删除' });
      lastSeen(await world.private(id), /记下了，[^]*删掉/);
    },
    stored: () => storedText(db),
    stop: async () => {
      await connection.close();
      await world.stop();
    },
  };
};

test('a guest who wished to be forgotten and is joined to somebody: what they said goes, nothing of the other, and the account when they are parted', async () => {
  const { world, db, joins, isJoined, areParted, wishes, stored, stop } = await open();
  try {
    await world.writes('liu-jianguo', { text: '报 6号楼信箱的锁坏掉了' });
    await joins('new-phone', '老刘头');
    await world.writes('new-phone', { text: '报 6号楼楼道里的灯一直在闪', photo: 'cars' });
    await world.writes('new-phone', { text: '撤回 #102' });
    await world.writes('new-phone', { text: '报 2号楼门口的树枝断了' });
    await wishes('new-phone');
    // A Monday: on Saturdays staff are not asked.
    await world.jump(days(3));
    await isJoined('new-phone');
    lastSeen(await world.private('new-phone'), /接过来以前用新号说的话[^]*删掉；原来登记的不动/);
    await world.jump(days(3));
    expect(await stored()).toContain('灯一直在闪');

    await world.jump(days(2));
    const left = await stored();
    for (const gone of ['灯一直在闪', '老刘头']) expect([gone, left.indexOf(gone)]).toEqual([gone, -1]);
    expect(await db.collection('photo_files.files').countDocuments()).toBe(0);
    // What is open goes on and keeps its words; nothing of the other half is touched, and both accounts are still theirs.
    for (const stays of ['树枝断了', '信箱的锁', '刘建国']) expect(left).toContain(stays);
    for (const account of ['liu-jianguo', 'new-phone']) {
      await world.writes(account, { text: '我的' });
      expect(lastSeen(await world.private(account), /#101/).text).toContain('#103');
    }
    await world.writes('liu-jianguo', { text: '撤回 #103' });
    await world.jump(days(2));
    expect(await stored()).not.toContain('树枝断了');

    await areParted();
    await world.jump(10);
    const accounts = await db.collection('identities').find().toArray();
    const natives = accounts.map(({ nativeId }) => String(nativeId));
    expect(natives).toContain('liu-jianguo');
    expect(natives).not.toContain('new-phone');
    await world.writes('new-phone', { text: '我的资料' });
    lastSeen(await world.private('new-phone'), /还没有登记/);
    expect(await stored()).toContain('信箱的锁');
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);
  } finally {
    await stop();
  }
});

test('somebody who wished to be forgotten and has a new account joined: it goes along, told so and with its own seven days', async () => {
  const { world, joins, isJoined, wishes, stored, stop } = await open();
  try {
    await world.writes('liu-jianguo', { text: '报 6号楼信箱的锁坏掉了' });
    await joins('new-phone', '老刘头');
    await world.writes('new-phone', { text: '报 6号楼楼道里的灯一直在闪' });
    await wishes('liu-jianguo');
    await world.jump(days(4));
    await isJoined('new-phone');
    lastSeen(await world.private('new-phone'), /新号接过来的也算在内[^]*不删了/);
    await world.jump(days(4));
    for (const stays of ['信箱的锁', '灯一直在闪']) expect(await stored()).toContain(stays);
    await world.jump(days(4));
    for (const gone of ['信箱的锁', '灯一直在闪', '老刘头', '刘建国']) expect(await stored()).not.toContain(gone);
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);
  } finally {
    await stop();
  }
});

test('parted again, the wish is theirs who wished it, and they hear so; taken back while they were one, it is nobody’s', async () => {
  const { world, joins, isJoined, areParted, wishes, stored, stop } = await open();
  try {
    await world.writes('liu-jianguo', { text: '报 6号楼信箱的锁坏掉了' });
    await joins('stranger', '路过的人');
    await world.writes('stranger', { text: '报 2号楼门口的树枝断了' });
    await wishes('stranger');
    await isJoined('stranger');
    await areParted();
    const told = await world.private('stranger');
    expect(countSeen(told, /记下了，[^]*删掉/)).toBe(2);
    expect(countSeen(await world.private('liu-jianguo'), /记下了，[^]*删掉/)).toBe(0);
    await joins('new-phone', '老刘头');
    await world.writes('new-phone', { text: '报 6号楼楼道里的灯一直在闪' });
    await wishes('new-phone');
    await isJoined('new-phone');
    await world.writes('liu-jianguo', { text: '不删了' });
    lastSeen(await world.private('liu-jianguo'), /好，不删了/);

    await world.jump(days(8));
    const left = await stored();
    for (const gone of ['树枝断了', '路过的人']) expect(left).not.toContain(gone);
    for (const stays of ['信箱的锁', '刘建国', '灯一直在闪', '老刘头']) expect(left).toContain(stays);
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);
  } finally {
    await stop();
  }
});

test('whoever was told that a new account says it is them keeps no name of it when it is forgotten', async () => {
  const { world, joins, wishes, stored, stop } = await open();
  try {
    await joins('new-phone', '老刘头');
    await world.writes('new-phone', { text: '我是 刘建国 6号楼' });
    lastSeen(await world.private('liu-jianguo'), /叫“老刘头”的新号说是您/);
    await wishes('new-phone');
    await world.jump(days(8));
    const left = await stored();
    expect(left).not.toContain('老刘头');
    expect(left).toContain('刘建国');
  } finally {
    await stop();
  }
});
