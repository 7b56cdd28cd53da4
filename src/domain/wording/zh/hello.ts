import { cleanName } from '../clean-text';
import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

const groups: Readonly<Record<WordingParams['hello.group-bound']['purpose'], string>> = {
  residents: '居民群',
  riders: '骑手群',
  volunteers: '志愿者群',
  staff: '工作群',
};

export const hello: TopicCatalogue<'hello'> = {
  'hello.private': (p, s) =>
    lines(
      `${s.name(p.name)}您好，我是邻里，帮社区记事、找人、催办。`,
      p.roles.length === 0 ? null : `您的身份：${[...new Set(p.roles)].map((role) => s.role(role)).join('、')}。`,
      '有急事请先打110、119、120。',
      '平常有事，发照片或说一句：在哪里、怎么了。看别的，回“帮助”。',
    ),
  'hello.group-unbound': () =>
    lines('大家好，我是邻里。这个群还没登记，我先不出声。', '请社区的工作人员在群里发“绑定”加码。'),
  'hello.group-deaf': () =>
    lines(
      '我在这个群里看不到照片，也听不到平常说的话；只听得到 @我 的、回复我的。',
      '请群主打开群设置，把我设为管理员就好。',
    ),
  'hello.group-bound': (p, s) =>
    lines(`登记好了，这里是${s.area(p.area)}的${groups[p.purpose]}。`, '有事发照片、说一句就行。'),
  'hello.bind-ask': (p, s) =>
    lines(`要把群“${cleanName(p.title)}”登记成${s.area(p.area)}的${groups[p.purpose]}吗？`, '是，回 1；不是，回 2。'),
  'hello.code-wrong': () => lines('这个码不对，或者用过了、过期了。', '请找给您码的人再要一个，10分钟内用。'),
  'hello.role-bound': (p, s) => lines(`登记好了，您是${s.area(p.area)}的${s.role(p.role)}。`, '能做什么，回“帮助”。'),
  'hello.invite-director': () =>
    lines('主任的码要由主任来发，没有发码。', '请主任来发；别的身份，请说“邀请 网格员 一网格”。'),
  'hello.invite-how': () =>
    lines('没写清要邀请谁，没有发码。', '请说“邀请 网格员 一网格”“邀请 居民 6号楼”，登记一个群就说“邀请 居民群”。'),
  'hello.invite-code': (p, s) =>
    lines(
      `${s.area(p.area)}${p.role === 'group' ? '的群' : s.role(p.role)}的码：${p.code}`,
      `只能用一次，${s.moment(p.until)}前有效。`,
      p.role === 'group' ? `请到要登记的群里发“绑定 ${p.code}”。` : `请那个人私信我“绑定 ${p.code}”。`,
    ),
};
