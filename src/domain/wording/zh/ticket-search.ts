import type { PersonId, WordsId } from '../../ids';
import { bandAges } from '../band-ages';
import type { Catalogue, Speaker, WordingParams } from '../params';
import type { Where } from '../search-params';
import { head, lines } from './phrases';

type Described = Pick<WordingParams['ticket.search-call'], 'words' | 'at' | 'place' | 'photo'>;
type Listed = WordingParams['ticket.leads']['leads'][number];

/** Looks and clothes, when and where: no name, no exact age, no number, no door. */
const described = ({ words, at, place, photo }: Described, s: Speaker): string => {
  const looks = bandAges(s.masked(words)).replace(/[，,。.！!\s]+$/u, '');
  const spot =
    place.area === null && place.words === null
      ? ''
      : `在${s.place({ ...place, words: place.area === null ? place.words : null })}附近`;
  return `${looks}，${s.time(at)}${spot}走失${photo ? '，照片在下面' : ''}。`;
};

const groupsAnd = (groups: readonly string[], people: number): string =>
  [...groups, ...(people > 0 ? [`${people}位愿意被私下叫的人`] : [])].join('、');

const whereSaid = (where: readonly Where[], s: Speaker): string =>
  where.map((each) => ('title' in each ? each.title : `${s.name(each.person)}的私聊`)).join('、');

const quotedOf = (words: readonly WordsId[], s: Speaker): string => (words.length === 0 ? '' : `：“${s.words(words)}”`);

const memberOf = (person: PersonId | null, words: readonly WordsId[], s: Speaker): string =>
  [...(person === null ? [] : [s.name(person)]), ...(words.length === 0 ? [] : [s.words(words)])].join(' ');

const spotOf = (spot: WordingParams['ticket.lead']['spot'], s: Speaker): string =>
  spot.area === null && spot.words === null ? '没说在哪里' : `在${s.place(spot)}`;

const leadLine = (lead: Listed, s: Speaker): string =>
  `${lead.nth}. ${s.time(lead.at)} ${spotOf(lead.place, s)}，${s.name(lead.by)}${lead.found === null ? '看到' : '说找到了'}${lead.found === 'denied' ? '（看过，不是）' : ''}${quotedOf(lead.words, s)}${lead.photos.length > 0 ? '（有照片）' : ''}`;

const whys = {
  'owner-only': '正在找人，只有负责的人能说找到了、解除。',
  'no-owner': '正在找人，还没有人负责，先有人负责才能解除。',
  running: '已经请大家在找，先解除，才能转到别处。',
  over: '人已经找到了，谢谢您。',
  'not-described': '还没有说要找的人是什么样子。',
  'all-asked': '能请的人都请过了。',
  answered: '这一问已经有人答过了。',
} as const;

const searchNext = ({ number, why, owner }: WordingParams['refused.search'], s: Speaker): string => {
  switch (why) {
    case 'owner-only':
      return owner === null
        ? `请负责的人回“解除 #${number}”。`
        : `现在由${s.name(owner)}负责，请跟${s.name(owner)}说。`;
    case 'no-owner':
      return `请先回“我负责 #${number}”。`;
    case 'running':
      return `人找到了，回“解除 #${number}”说一句；换人负责，回“转 #${number} 给 姓名 因为 …”。`;
    case 'over':
      return '存过、转过的照片，请删掉；不用回复。';
    case 'not-described':
      return `请回“找人 #${number}”，后面写几岁、穿什么，附一张照片。`;
    case 'all-asked':
      return `有新的照片或说法，回“找人 #${number}”再请一次；缺人手回“加人 #${number}”。`;
    case 'answered':
      return `想看线索，回“线索 #${number}”；要再请更多的人，回“扩大 #${number}”。`;
  }
};

/** Somebody is missed, looked for, and found. */
export const ticketSearch = {
  'ticket.search-hint': (p) =>
    lines(
      `#${p.number} 是家里人在找人。请先打110报警，报了回“已报110 #${p.number}”。`,
      `家里人是谁，回“联系人 #${p.number} 姓名”记下来。`,
      `要请附近的人一起找，回“找人 #${p.number}”，后面写几岁、穿什么、几点在哪里不见的，附照片。`,
    ),
  'ticket.search-ask': (p, s) =>
    lines(
      `${head(p, s)}，要不要请更多的人一起找？这次请：${groupsAnd(
        p.groups.map((group) => s.group(group)),
        p.people,
      )}。`,
      `会这样说：“${described(p, s)}”`,
      '同意回 1，先不请回 2。找到以后，照片和资料都会收回。',
    ),
  'ticket.search-asking': (p, s) =>
    lines(
      `${head(p, s)}，已经请${p.to.map((person) => s.name(person)).join('、') || '上一级'}点头，同意了就发。`,
      '家里人先打110；您可以先在附近找。',
    ),
  'ticket.search-call': (p, s) =>
    lines(
      `【请帮忙找人】#${p.number}`,
      described(p, s),
      '骑车注意安全，请不要转发。',
      `看到了请先陪着，再发照片或位置，写“看到了 #${p.number}”。`,
    ),
  'ticket.search-asked': (p, s) =>
    p.groups.length + p.people === 0
      ? lines(head(p, s), '记下了，现在没有别的群可以请。', `缺人手回“加人 #${p.number}”。`)
      : lines(
          `${head(p, s)}，${s.name(p.by)}同意了，已请${groupsAnd(
            p.groups.map((group) => s.group(group)),
            p.people,
          )}帮忙找。`,
          `看线索回“线索 #${p.number}”；还要请更多的人，回“扩大 #${p.number}”。`,
        ),
  'ticket.search-held': (p, s) =>
    lines(`${head(p, s)}，${s.name(p.by)}说先不请更多的人。`, `要请的时候，回“扩大 #${p.number}”。`),
  'ticket.lead-noted': (p, s) =>
    lines(
      `#${p.number} 记下了${p.place === null ? '' : `：${s.place(p.place)}`}，已告诉找人的人，谢谢您。`,
      '请先陪着，别让人走远；有危险马上打110。',
      p.place === null
        ? '您在哪里看到的？请发个位置或说一句；能拍一张更好。'
        : p.photo
          ? '人动了，再发个位置或说一句就行。'
          : '能拍一张照片更好，直接发给我就行。',
    ),
  'ticket.lead': (p, s) =>
    lines(
      `【线索${p.nth}】${head(p, s)}`,
      `${s.time(p.at)}，${s.name(p.by)}看到了，${spotOf(p.spot, s)}${quotedOf(p.words, s)}`,
      `确认找到了，负责的人回“找到了 #${p.number}”；看全部回“线索 #${p.number}”。`,
    ),
  'ticket.leads': (p, s) =>
    lines(
      head(p, s),
      ...(p.leads.length === 0 ? ['还没有线索。'] : p.leads.map((lead) => leadLine(lead, s))),
      p.family.length === 0
        ? `还没有记下家里人，回“联系人 #${p.number} 姓名”。`
        : `家里人：${p.family.map(({ person, words }) => memberOf(person, words === null ? [] : [words], s)).join('；')}。`,
      `找到了回“找到了 #${p.number}”；要请更多的人，回“扩大 #${p.number}”。`,
    ),
  'ticket.find-noted': (p, s) =>
    lines(
      `#${p.number} 谢谢您！请先陪着，别让人走远。`,
      `${p.owner === null ? '负责的人' : s.name(p.owner)}正在确认；有危险马上打110。`,
    ),
  'ticket.find-said': (p, s) =>
    lines(
      `${head(p, s)}，${s.name(p.by)}说找到了，${spotOf(p.spot, s)}${quotedOf(p.words, s)}`,
      p.owner === null ? '还没有人负责，要有人去确认。' : '确认是这个人，照片和资料就从各个群收回。',
      p.owner === null ? `能去的，马上回“我负责 #${p.number}”。` : '是这个人回 1，不是回 2。',
    ),
  'ticket.find-denied': (p) =>
    lines(`#${p.number} 负责的人看过了，不是要找的人。还是谢谢您。`, `请接着留意，看到了写“看到了 #${p.number}”。`),
  'ticket.search-goes-on': (p, s) =>
    lines(
      `${head(p, s)}，接着找，已告诉报的人。`,
      `看线索回“线索 #${p.number}”；要请更多的人，回“扩大 #${p.number}”。`,
    ),
  'ticket.family-linked': (p, s) =>
    lines(
      `${head(p, s)}，家里人记下了：${memberOf(p.person, p.words, s)}。只给找人的人看。`,
      p.person === null
        ? '这位还没有在这里说过话，请您打电话联系。'
        : `请更多的人一起找之前，会先问${s.name(p.person)}。`,
    ),
  'ticket.family-linked-you': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.by)}把您记为家里的联系人。请先打110。`,
      '请更多的人一起找之前，会先问您；找到了，马上告诉您。',
      `有近照、有新消息，回“找人 #${p.number}”加照片和几岁、穿什么。`,
    ),
  'ticket.search-over': (p) =>
    lines(
      `#${p.number} 人已找到，谢谢每一位帮忙的人。`,
      '照片和资料正在收回，是为了保护这家人。',
      '您存过、转过的，请删掉；不用回复。',
    ),
  'ticket.taken-back': (p) =>
    lines(`#${p.number} 人已找到，这条消息收回了，是为了保护这家人。`, '您存过、转过的，请删掉；不用回复。'),
  'ticket.recall-report': (p, s) => {
    const stands = p.left.length + p.waiting.length + p.posted.length > 0;
    return lines(
      `#${p.number} 发出去的照片和资料${p.left.length + p.waiting.length > 0 ? '，没有全收回来' : '都收回了'}。`,
      p.replaced.length === 0 ? null : `删不掉、换成了一句话的：${whereSaid(p.replaced, s)}。`,
      p.left.length === 0 ? null : `收不回来的：${whereSaid(p.left, s)}。`,
      p.waiting.length === 0 ? null : `还在收的：${whereSaid(p.waiting, s)}。`,
      p.posted.length === 0
        ? null
        : `大家自己发的照片，我删不了：${p.posted.map((group) => s.group(group)).join('、')}。`,
      stands ? '请群主、管理员在这些地方删掉，并提醒大家删掉存过的。' : '不用再做什么，谢谢您。',
    );
  },
  'ticket.search-wish': (p) =>
    p.yes
      ? lines('记下了：有人走失、要请大家找的时候，我会私下叫您。', '不想被叫了，回“找人别叫我”。')
      : lines('记下了：找人的时候不再私下叫您。', '想再帮忙，回“找人叫我”。'),
} satisfies Partial<Catalogue>;

export const searchRefusals = {
  'refused.search': (p, s) => lines(`#${p.number} ${whys[p.why]}`, searchNext(p, s)),
} satisfies Partial<Catalogue>;
