import fc from 'fast-check';
import { readCommand } from './read-command';
import type { CommandSetting, TypedCommand } from './typed-command';

const group: CommandSetting = { isPrivate: false, repliesToUs: false, mentioned: false };
const reply: CommandSetting = { ...group, repliesToUs: true };
const mention: CommandSetting = { ...group, mentioned: true };
const inPrivate: CommandSetting = { ...group, isPrivate: true };

const anchored = (
  verb: Extract<TypedCommand, { kind: 'anchored' }>['verb'],
  word: string,
  number: number | null,
  rest = '',
  reason = '',
): TypedCommand => ({ kind: 'anchored', verb, word, number, rest, reason });

test.each([
  ['接 #101', anchored('claim', '接', 101)],
  ['接单#101', anchored('claim', '接单', 101)],
  ['Claim #101', anchored('claim', 'claim', 101)],
  ['办结 #101 已拖走', anchored('resolve', '办结', 101, '已拖走')],
  ['办好了 #101 已拖走', anchored('resolve', '办好了', 101, '已拖走')],
  ['done #101 towed away', anchored('resolve', 'done', 101, 'towed away')],
  ['转 #101 给 王芳 因为 不在我这片', anchored('hand-over', '转', 101, '给 王芳', '不在我这片')],
  ['等 #101 三天 因为 等配件', anchored('pause', '等', 101, '三天', '等配件')],
  ['继续 #101', anchored('resume', '继续', 101)],
  ['上报 #101 要街道出面', anchored('raise', '上报', 101, '要街道出面')],
  ['问报的人 #101 是哪个单元？', anchored('ask-reporter', '问报的人', 101, '是哪个单元？')],
  ['留言 #101 联系了物业', anchored('note', '留言', 101, '联系了物业')],
  ['备注 #101 明天来', anchored('note', '备注', 101, '明天来')],
  ['退 #101 因为 不归我们', anchored('decline', '退', 101, '', '不归我们')],
  ['退回 #101 不能办 因为 没有这个权', anchored('decline', '退回', 101, '不能办', '没有这个权')],
  ['我负责 #102', anchored('take-charge', '我负责', 102)],
  ['加人 #102', anchored('more-hands', '加人', 102)],
  ['误报 #102', anchored('false-alarm', '误报', 102)],
  ['有危险 #102', anchored('danger', '有危险', 102)],
  ['没有危险 #102', anchored('no-danger', '没有危险', 102)],
  ['解除 #102 因为 送医院了', anchored('stand-down', '解除', 102, '', '送医院了')],
  ['查 #101', anchored('look', '查', 101)],
  ['status #101', anchored('look', 'status', 101)],
  ['为什么 #101', anchored('why', '为什么', 101)],
  ['why #101', anchored('why', 'why', 101)],
  ['我也是 #101', anchored('me-too', '我也是', 101)],
  ['me too #101', anchored('me-too', 'me too', 101)],
  ['还没好 #101', anchored('not-yet', '还没好', 101)],
  ['好了 #101', anchored('all-done', '好了', 101)],
  ['撤回 #101', anchored('withdraw', '撤回', 101)],
  ['不报了 #101', anchored('withdraw', '不报了', 101)],
  ['补充 #101 在后门', anchored('supplement', '补充', 101, '在后门')],
  ['更正 #101 是5号楼', anchored('supplement', '更正', 101, '是5号楼')],
])('a verb with a number is heard anywhere: %s', (text, command) => {
  expect(readCommand(text, group)).toEqual(command);
  expect(readCommand(text, inPrivate)).toEqual(command);
});

test.each(['有危险 110', '有危险 119 快来', '有危险，楼上掉砖', '没有危险了吧'])(
  '“%s” calls for help or asks, and is said of no matter',
  (text) => {
    expect(readCommand(text, inPrivate)).toBeNull();
    expect(readCommand(text, group)).toBeNull();
  },
);

test.each([
  ['办结 已拖走', anchored('resolve', '办结', null, '已拖走')],
  ['办结已拖走，谢谢', anchored('resolve', '办结', null, '已拖走，谢谢')],
  ['转给王芳因为不在我这片', anchored('hand-over', '转', null, '给王芳', '不在我这片')],
  ['等三天，因为缺配件', anchored('pause', '等', null, '三天', '缺配件')],
  ['接', anchored('claim', '接', null)],
  ['查', anchored('look', '查', null)],
  ['我也是，天天堵', anchored('me-too', '我也是', null, '天天堵')],
  ['好了。', anchored('all-done', '好了', null)],
])('a reply to our card needs no number: %s', (text, command) => {
  expect(readCommand(text, reply)).toEqual(command);
  expect(readCommand(text, group)).toBeNull();
});

test.each([
  '接龙',
  '接龙 1.王芳',
  '等一下我看看',
  '等等',
  '查水表的来了',
  '退款怎么弄',
  '转发一下',
  '办结了吗？',
  '好了吗？',
  '我也是这么想的',
])('a verb at the head of another word is talk, even in a reply to our card: %s', (text) => {
  expect(readCommand(text, reply)).toBeNull();
});

test.each(['接 #101 了吗', '办结 #101 了没有?', '接 #101 吗？'])('a question about a verb does nothing: %s', (text) => {
  expect(readCommand(text, group)).toBeNull();
});

test('in private the only open matter may be meant: the word alone, or a handler’s word with a space behind', () => {
  expect(readCommand('查', inPrivate)).toEqual(anchored('look', '查', null));
  expect(readCommand('还没好', inPrivate)).toEqual(anchored('not-yet', '还没好', null));
  expect(readCommand('办结 已拖走', inPrivate)).toEqual(anchored('resolve', '办结', null, '已拖走'));
  expect(readCommand('好了 不说了 晚安', inPrivate)).toBeNull();
  expect(readCommand('我负责文学部', inPrivate)).toBeNull();
});

test('a bare number counts only right behind a verb, and only in private', () => {
  expect(readCommand('查 102', inPrivate)).toEqual(anchored('look', '查', 102));
  expect(readCommand('查 102', group)).toBeNull();
  expect(readCommand('102', inPrivate)).toBeNull();
  expect(readCommand('接 102号楼的快递', inPrivate)).toBeNull();
  expect(readCommand('等 300 元', inPrivate)).toBeNull();
});

test.each(['接 8#2单元的', '接 #2单元', '查 #3 楼', '等 #12点', '转 #5人', '接 #102号楼', '接 #8栋', '查 #301室'])(
  'a number of a house, a time or a sum is not ours: %s',
  (text) => {
    expect(readCommand(text, group)).toBeNull();
  },
);

test('the number may come first', () => {
  expect(readCommand('#101 办结 已拖走', group)).toEqual(anchored('resolve', '办结', 101, '已拖走'));
  expect(readCommand('#101办结已拖走', group)).toEqual(anchored('resolve', '办结', 101, '已拖走'));
  expect(readCommand('#6 单元门坏了', group)).toBeNull();
});

test('full-width and traditional writing is recognised, and what stands behind keeps its own characters', () => {
  expect(readCommand('接　＃１０１', group)).toEqual(anchored('claim', '接', 101));
  expect(readCommand('我負責 #102', group)).toEqual(anchored('take-charge', '我负责', 102));
  expect(readCommand('办结 #101 已拖走，車主ＯＫ！', group)).toEqual(
    anchored('resolve', '办结', 101, '已拖走，車主ＯＫ！'),
  );
});

test.each([
  ['1', 1],
  ['２', 2],
  ['③', 3],
  ['四', 4],
  ['回1', 1],
  ['回 2', 2],
  ['选3', 3],
  ['按 4', 4],
  ['1。', 1],
  ['2️⃣', 2],
])('a bare number is a choice, however it is written: %s', (text, index) => {
  expect(readCommand(text, inPrivate)).toEqual({ kind: 'choice', index });
  expect(readCommand(text, reply)).toEqual({ kind: 'choice', index });
  expect(readCommand(text, group)).toBeNull();
  expect(readCommand(text, mention)).toBeNull();
});

test.each(['0', '10', '1+', '12', '一二', '十', '1个'])('what is no single digit is no choice: %s', (text) => {
  expect(readCommand(text, inPrivate)).toBeNull();
});

test('a sign-up is heard with its anchor, and bare in private; in a group without one it is talk', () => {
  const signUp = { kind: 'anchored', verb: 'sign-up', reason: '' };
  expect(readCommand('报名 #102 2人', group)).toEqual({ ...signUp, word: '报名', number: 102, rest: '2人' });
  expect(readCommand('+1', { ...group, repliesToUs: true })).toMatchObject({ ...signUp, number: null });
  expect(readCommand('+1', inPrivate)).toMatchObject({ ...signUp, number: null });
  expect(readCommand('报名 2', inPrivate)).toEqual({ ...signUp, word: '报名', number: null, rest: '2' });
  expect(readCommand('报名 要带什么', inPrivate)).toBeNull();
  expect(readCommand('报名', group)).toBeNull();
  expect(readCommand('取消报名 #102', group)).toMatchObject({ verb: 'sign-off', number: 102 });
});

test('a call for volunteers is heard in private and among staff; 发起人 is talk', () => {
  expect(readCommand('发起 周六清扫', inPrivate)).toEqual({ kind: 'launch', text: '周六清扫' });
  expect(readCommand('发起 周六清扫', { ...group, amongStaff: true })).toMatchObject({ kind: 'launch' });
  expect(readCommand('发起 周六清扫', group)).toBeNull();
  expect(readCommand('发起人是谁', inPrivate)).toBeNull();
});

test('another desk is asked with a number or in reply; 联系 and 联合 are talk', () => {
  const asked = { kind: 'anchored', verb: 'ask-part', number: 102, rest: '物业 做 查水管' };
  expect(readCommand('联 #102 物业 做 查水管', group)).toMatchObject(asked);
  expect(readCommand('联办 #102 物业 做 查水管', inPrivate)).toMatchObject(asked);
  expect(readCommand('撤联 #102 物业 因为 不用了', inPrivate)).toMatchObject({ verb: 'drop-part', reason: '不用了' });
  expect(readCommand('联系了物业，明天来', reply)).toBeNull();
  expect(readCommand('联系 #102 的人', inPrivate)).toBeNull();
  expect(readCommand('联合办公在几楼', reply)).toBeNull();
});

test('“报” is heard anywhere, with a space or a colon behind; its words are kept as they were typed', () => {
  const report = { kind: 'report', critical: false, text: '6号楼门口又停满了，电动车出不去' };
  expect(readCommand('报 6号楼门口又停满了，电动车出不去', group)).toEqual(report);
  expect(readCommand('报：6号楼门口又停满了，电动车出不去', group)).toEqual(report);
  expect(readCommand('报名', group)).toBeNull();
  expect(readCommand('报', group)).toBeNull();
  expect(readCommand('报警了没', group)).toBeNull();
});

test('a cry for help is heard anywhere, also when it names somebody', () => {
  expect(readCommand('急 有人晕倒了', group)).toEqual({ kind: 'report', critical: true, text: '有人晕倒了' });
  expect(readCommand('急！！有人晕倒了', group)).toEqual({ kind: 'report', critical: true, text: '有人晕倒了' });
  expect(readCommand('救命！6号楼着火了', group)).toEqual({
    kind: 'report',
    critical: true,
    text: '救命！6号楼着火了',
  });
  expect(readCommand('@王芳 救命', group)).toEqual({ kind: 'report', critical: true, text: '救命' });
  expect(readCommand('急死我了', group)).toBeNull();
  expect(readCommand('急', group)).toBeNull();
});

test('a family reports for an old person', () => {
  const reported = { kind: 'report-for', who: '妈妈', text: '楼道灯坏了' };
  expect(readCommand('代 妈妈 报 楼道灯坏了', group)).toEqual(reported);
  expect(readCommand('代妈妈报：楼道灯坏了', inPrivate)).toEqual(reported);
  expect(readCommand('代妈妈报：楼道灯坏了', group)).toBeNull();
});

test.each([
  ['我的', 'mine'],
  ['积分', 'points'],
  ['账单。', 'statement'],
  ['帮助', 'help'],
  ['/start', 'help'],
  ['人工', 'person'],
  ['电话', 'person'],
  ['待办', 'tasks'],
] as const)('“%s” is the whole message, in private or to the bot by name', (text, verb) => {
  expect(readCommand(text, inPrivate)).toEqual({ kind: 'whole', verb });
  expect(readCommand(`@邻里 ${text}`, mention)).toEqual({ kind: 'whole', verb });
  expect(readCommand(text, group)).toBeNull();
  expect(readCommand(text, reply)).toBeNull();
  expect(readCommand(`${text}呢我找找`, inPrivate)).toBeNull();
});

test('a group or a person is bound by a code, in any width', () => {
  expect(readCommand('绑定 AB12-CD', group)).toEqual({ kind: 'bind', code: 'AB12-CD' });
  expect(readCommand('/bind@linli_bot AB12CD', group)).toEqual({ kind: 'bind', code: 'AB12CD' });
  expect(readCommand('/start AB12CD', inPrivate)).toEqual({ kind: 'bind', code: 'AB12CD' });
  expect(readCommand('绑定 ＡＢ１２', inPrivate)).toEqual({ kind: 'bind', code: 'AB12' });
  expect(readCommand('绑定 手机号怎么弄', group)).toBeNull();
});

test('an invitation is asked for in private or by name', () => {
  expect(readCommand('邀请 网格员 第一网格', inPrivate)).toEqual({ kind: 'invite', rest: '网格员 第一网格' });
  expect(readCommand('邀请', mention)).toEqual({ kind: 'invite', rest: '' });
  expect(readCommand('邀请 大家来吃饭', group)).toBeNull();
});

test('what is said to somebody else by name is no command of the speaker', () => {
  expect(readCommand('@王芳 接 #101', group)).toBeNull();
  expect(readCommand('@王芳 报 一下人数', group)).toBeNull();
  expect(readCommand('@邻里 接 #101', mention)).toEqual(anchored('claim', '接', 101));
});

test('a WeChat quote of ours is an anchor; its words are never read as the reply', () => {
  const quote = '「邻里：#102 停车｜6号楼\n收到，谢谢您。」\n- - - - - - - - - - - - - - -\n';
  expect(readCommand(`${quote}接`, group)).toEqual(anchored('claim', '接', null));
  expect(readCommand(`${quote}1`, group)).toEqual({ kind: 'choice', index: 1 });
  expect(readCommand(`${quote.replaceAll('\n', '\r\n')}办结 已拖走`, group)).toEqual(
    anchored('resolve', '办结', null, '已拖走'),
  );
  expect(readCommand('「王芳：报 6号楼着火」\n- - - - - -\n真的假的', group)).toBeNull();
  expect(readCommand('「王芳：8#2单元停水了」\n- - - - - -\n接', group)).toBeNull();
});

test('characters that nobody sees change nothing', () => {
  expect(readCommand('\u200b接\u200d \u202e#101\ufeff', group)).toEqual(anchored('claim', '接', 101));
  expect(readCommand('', inPrivate)).toBeNull();
  expect(readCommand('\u200b\u0000', inPrivate)).toBeNull();
});

const talk = [
  '等我五分钟，马上到',
  '我的快递谁帮拿了',
  '为什么今天又停水',
  '好了好了别吵了',
  '报名去哪里报',
  '接孩子去了',
  '我也是醉了',
  '查了一下没有',
  '转发：明天降温',
  '继续努力',
  '退烧了没',
  '加人进群',
  '误会了',
  '我负责做饭',
  '补充点能量',
  '办好了叫我',
  '还没好呢',
  '好了',
  '1',
  '2',
  '一',
  '收到',
  '谢谢',
  '+1',
  '明天 8#2单元 聚餐',
  '急急急，谁有充电器',
  '积分换的米真好吃',
  '帮助别人就是帮助自己',
  '电话打不通',
  '人工智能真厉害',
  '上报纸了',
  '留言板在哪',
  '撤回了什么',
  '解除隔离了',
  '代购要吗',
  '102 号楼的麻烦让让',
  '#话题# 今天真热',
  '去 301 室拿',
  '1. 王芳 2人',
  'ok',
  'done',
  'why',
  'help',
  '？',
  '[微笑]',
];

test('ordinary talk in a group is never a command, whatever stands around it', () => {
  const around = fc.constantFrom('', ' ', '\n', '  ', '。', '！', '~', '哈哈');
  fc.assert(
    fc.property(fc.constantFrom(...talk), around, around, (line, before, after) => {
      expect(readCommand(`${before}${line}${after}`, group)).toBeNull();
    }),
    { numRuns: 1_000 },
  );
});

test('anything at all can be read, quickly and without a fault', () => {
  const setting = fc.record({ isPrivate: fc.boolean(), repliesToUs: fc.boolean(), mentioned: fc.boolean() });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), setting, (text, where) => {
      const read = readCommand(text, where);
      expect(read === null || typeof read.kind === 'string').toBe(true);
    }),
    { numRuns: 500 },
  );
  const long = `报 ${'水管漏水，'.repeat(10_000)}`;
  expect(readCommand(long, group)).toEqual({ kind: 'report', critical: false, text: long.slice(2) });
});

test('简报 is heard in private and, alone, in the group of those who work here; no other word is heard there', () => {
  const amongStaff = { ...group, amongStaff: true };
  expect(readCommand('简报。', inPrivate)).toEqual({ kind: 'whole', verb: 'brief' });
  expect(readCommand('简报', amongStaff)).toEqual({ kind: 'whole', verb: 'brief' });
  expect(readCommand('简报', group)).toBeNull();
  expect(readCommand('简报写好了', amongStaff)).toBeNull();
  expect(readCommand('我的', amongStaff)).toBeNull();
});

test.each([
  ['简报 本月', '本月'],
  ['简报上个月。', '上个月'],
  ['简报：第一网格', '第一网格'],
  ['简报 第一网格 上月', '第一网格 上月'],
  ['Brief Grid 1', 'grid 1'],
])('%s asks for the figures of something', (text, of) => {
  expect(readCommand(text, inPrivate)).toEqual({ kind: 'brief', of });
  expect(readCommand(text, { ...group, amongStaff: true })).toEqual({ kind: 'brief', of });
  expect(readCommand(text, group)).toBeNull();
});

test.each(['简报写好了', '简报第一网格的人看过了', `简报 ${'长'.repeat(30)}`, '简报 '])('%s asks for none', (text) => {
  expect(readCommand(text, inPrivate)?.kind).not.toBe('brief');
});
