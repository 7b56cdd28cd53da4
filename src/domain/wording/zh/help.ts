import type { Role } from '../../community/community';
import type { LateNeed } from '../../notices/late-need';
import type { TopicCatalogue } from '../params';
import { lines, said } from './phrases';

const workers: readonly Role[] = ['grid-worker', 'grid-leader', 'staff', 'director'];
const reviewers: readonly Role[] = ['inspector', 'grid-leader', 'staff', 'director'];
const approvers: readonly Role[] = ['staff', 'director'];
const callers: readonly Role[] = ['captain', ...workers];
const holds = (roles: readonly Role[], wanted: readonly Role[]): boolean => roles.some((role) => wanted.includes(role));

const photoRefusals = {
  type: '这个文件不是照片，没有收。',
  size: '这张照片太大，没有收。',
  broken: '这张照片打不开，没有收。',
} as const;

const lateNeeds: Readonly<Record<LateNeed, string>> = {
  danger: '急事没人负责，请马上看',
  unclaimed: '没人接',
  overdue: '超过时间',
  phone: '要打电话问的',
};

export const help: TopicCatalogue<'help'> = {
  'help.list': (p) =>
    lines(
      '有急事请先打110、119、120。',
      '报事：发照片，说在哪里、怎么了。急的，写“急”开头。',
      '看进度：“查”加号码。您的事：“我的”。多少分：“积分”。记着您什么：“我的资料”。',
      '补一句：“补充”加号码。不报了：“撤回”加号码。',
      holds(p.roles, workers) ? '办事：“接”“退”“办结”“等”“继续”“转”“上报”“问报的人”，后面都加号码。' : null,
      holds(p.roles, workers) ? '同一件事报了两次：“并 … 到 …”；并错了：“拆开 …”，后面都加号码。' : null,
      '换了号：旧号发“换号”，或用新号发“我是 姓名 几号楼”。住哪里：“我住 几号楼”。繁体字：“语言 繁体”。',
      holds(p.roles, approvers) ? '账号并错了：“拆开 姓名”。乱发的人：“拉黑 姓名 因为 …”“解除拉黑 姓名”。' : null,
      '替家里老人报：“我替 姓名 说话”，以后“代 姓名 报”加事情；停了：“不替了”“不用替我了”。',
      '大家的事想一起商量：“说事”加一句话，或加已报的号码。',
      holds(p.roles, workers) ? '说事走到您这一步，办好了：“下一步”加号码和结果。' : null,
      holds(p.roles, workers) ? '建议：“采纳”“计划 … 周五前”“不采纳 … 因为 …”，词后面加号码。' : null,
      holds(p.roles, workers)
        ? '怎么办：“即办 … 说办法”“代办 … 办什么”“陪办 … 明天9点”“上门办 … 周五 14:00-16:00”，都加号码。'
        : null,
      holds(p.roles, workers) ? '要材料的事：“齐了”“还缺 … 户口本”，词后面加号码；清单以外的，要加“因为 …”。' : null,
      '没有手机的人：上门、打电话说了，回“告知 … 上门 满意”，词后面加号码。',
      holds(p.roles, workers)
        ? '请别的部门一起办：“联 … 物业 做 查水管”；不用了：“撤联 … 物业 因为 …”，词后面加号码。'
        : null,
      holds(p.roles, workers)
        ? '党支部请业委会、物业商量：“召集 … 明天15点 在居委会”；开完：“纪要 … 解决了”或“纪要 … 没解决”，词后面加号码。'
        : null,
      holds(p.roles, workers) ? '要先办的人：“绿色通道 … 因为 残疾”，词后面加号码。' : null,
      '约好的时间：“改约 … 周五 15点”“取消预约”，都加号码。',
      holds(p.roles, workers) ? '紧急：“我负责”“加人”“误报”，后面都加号码。该办的：“待办”。' : null,
      holds(p.roles, approvers) ? '审批分配：“派 … 给 姓名”；转来转去的：“裁定 … 给 姓名”。' : null,
      holds(p.roles, workers) ? '有人走失：“已联系家属”“已报110”“交接”“感谢”，后面都加号码。' : null,
      holds(p.roles, workers) ? '找人：“找人 … 几岁、穿什么”“联系人 … 姓名”“扩大”“线索”“找到了”，后面都加号码。' : null,
      '愿意帮忙找走失的人：“找人叫我”；看到了：“看到了”加号码，说在哪里。',
      holds(p.roles, workers) ? '认出走失的人：“认人”加号码，再回“家属 … 1”。' : null,
      holds(p.roles, workers) ? '关爱台账，只在私聊：“台账”“登记”“家属”“换色 … 因为 …”“看过”。' : null,
      holds(p.roles, workers) ? '值班、请假：“值班 我”“请假 到 周五 由 姓名 代”“由 姓名 代”“销假”。' : null,
      holds(p.roles, reviewers) ? '审单：“通过”“驳回 … 因为 …”；要人回话：“督办”，后面都加号码。' : null,
      holds(p.roles, approvers) ? '今天怎么样：“简报”；一个月、一个网格：“简报 本月”“简报 上月”，后面写上名字。' : null,
      holds(p.roles, approvers) ? '请人进来：“邀请 网格员”“邀请 骑手群”。' : null,
      p.roles.includes('rider') ? '骑手：在哪个站：“我在 … 站”；“上班”“下班”。' : null,
      '志愿活动：“报名”“不去了”加号码；到了现场“签到”加码，走时“签退”。',
      holds(p.roles, callers) ? '发起活动：“发起 周六上午9点到11点 小广场清扫 要12人”。' : null,
      holds(p.roles, callers) ? '活动发出后：“名单”“改活动”“取消活动”“都到了”“没来 … 姓名”，都加号码。' : null,
      '要找真人，回“人工”。',
    ),
  'help.my-data': (p, s) =>
    lines(
      `${s.name(p.name)}您好，这里记着您这些，只给管事的人看：`,
      `身份：${p.roles.length === 0 ? '还没有登记' : p.roles.map(({ role, area }) => `${s.place({ area, words: null })}的${s.role(role)}`).join('、')}。`,
      p.building === null ? null : `住处：${s.place({ area: p.building, words: null })}。`,
      `还没办完的事：${p.open.length === 0 ? '没有' : p.open.map((number) => `#${number}`).join('、')}。积分：${p.points}分。`,
      '还有您聊天软件的账号，和您报事时说的话、发的照片。',
      '哪里不对，回“人工”说一声；要全部删掉，回“忘记我”。',
    ),
  'help.person': (p, s) =>
    lines(
      `已经告诉${p.areaName}的人，${p.from === null ? '' : `${s.moment(p.from)}以后`}会来找您。`,
      '有急事请先打110、119、120。',
    ),
  'help.person-again': (p) => lines(`已经转告了${p.areaName}的人，请等他们来找您。`, '有急事请先打110、119、120。'),
  'help.person-told': (p, s) =>
    lines(
      `${s.name(p.name)}想找人说话。`,
      p.words.length === 0 ? null : said(s.name(p.name), p.words, s),
      '请您联系一下。',
    ),
  'help.not-understood': () => lines('对不起，我没看懂。', '有事请说在哪里、怎么了；要找真人，回“人工”。'),
  'help.edit-unheard': () => lines('改过的消息，我不会再照着办一次。', '要办，请把话重新发一条。'),
  'help.several': (p) => `这会儿事情多，${p.count}件事合在一起说：`,
  'help.please-write-first': (p, s) => `@${s.name(p.name)} 请私信我`,
  'help.photo-needs-words': () => lines('照片收到了。', '请再说一句：在哪里、怎么了。'),
  'help.photo-refused': (p) => lines(photoRefusals[p.why], '请用手机再拍一张发来；没有照片，说一句也行。'),
  'help.too-long': (p) => lines(`您写得很长，我记下了前${p.kept}个字。`, '还有要紧的，请再发一条短的。'),
  'help.caught-up': (p, s) =>
    lines(
      `机器人停过一阵。从${s.moment(p.from)}起，有${p.count}件事到点没办，现在都补上了。`,
      ...p.needs.map(
        ({ need, count, numbers }) =>
          `${lateNeeds[need]}：${numbers.map((number) => `#${number}`).join('、')}${count > numbers.length ? `等${count}件` : ''}。`,
      ),
      p.undelivered > 0 ? `有${p.undelivered}条消息没送到，看板上有。` : null,
      p.needs.length > 0 ? '请从上往下看，能办的回“接”加号码。' : '没有要人马上去办的。',
    ),
};
