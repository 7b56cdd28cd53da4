import type { Band } from '../../pairing/companion';
import type { Nearness } from '../../pairing/rank-companions';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

const bands: Readonly<Record<Band, string>> = { sixties: '60多岁', seventies: '70多岁' };

const nearSaid = (near: Nearness): string => {
  switch (near.kind) {
    case 'building':
      return '同一栋楼';
    case 'metres':
      return `离得约${near.metres}米`;
    case 'grid':
      return '同一网格';
    case 'community':
      return '同一社区';
  }
};

const notAsked = ({ why }: WordingParams['pairing.not-asked'], s: Speaker): readonly [string, string] => {
  switch (why.kind) {
    case 'role':
      return [
        '结对由楼栋长、网格员或社区来提，什么都没有改。',
        '您愿意常去看看独居老人，回“愿意结对 66岁”（写您的年龄）；您家有老人要人陪，回“人工”。',
      ];
    case 'who':
      return ['要给哪位老人结对？', '请回“结对 名字”，比如“结对 王奶奶”。'];
    case 'age':
      return why.said
        ? ['结对由60到79岁的邻居来做，这次没有记。', '您想帮忙，看群里的志愿活动，或帮了谁回“服务 名字 时间”。']
        : ['谢谢您。您今年多大？还没有记。', '请回“愿意结对 66岁”，写您的年龄。'];
    case 'no-offer':
      return ['您没有报名结对，什么都没有改。', '愿意的话，回“愿意结对 66岁”，写您的年龄。'];
    case 'nobody':
      return ['现在没有空着的愿意结对的邻居，什么都没有改。', '可以在群里请60到79岁的邻居私聊我“愿意结对 66岁”。'];
    case 'no-answerer':
      return ['这位老人没有手机，也没有能替他答应的楼栋长，还没有问。', '请回“人工”，请社区来办。'];
    case 'not-offered':
      return [`${s.name(why.helper)}没有报名结对，还没有问。`, '请本人私聊我“愿意结对 66岁”，再回“结对”加老人的名字。'];
  }
};

const refusal = ({ number, why }: WordingParams['pairing.refused']): readonly [string, string] => {
  switch (why.kind) {
    case 'not-yours':
      return ['这一对不由您来定，什么都没有改。', '有疑问，回“人工”。'];
    case 'over':
      return ['这件事已经过去了，不用再回。', `看情况，回“查 #${number}”。`];
    case 'not-free':
      return ['这位邻居已经有结对的，或者不方便了，没有问。', '请再回“结对”加老人的名字，选别的人。'];
    case 'served-taken':
      return [`这位老人已经在问，或者有人结对了（#${why.number}），没有再问。`, `看情况，回“查 #${why.number}”。`];
  }
};

const hours = (minutes: number, s: Speaker): string => (minutes === 0 ? '' : `，一共${s.span(minutes)}`);

export const pairing: TopicCatalogue<'pairing'> = {
  'pairing.offered': (p) =>
    lines(
      `#${p.number} ${p.again ? '改好了' : '记下了'}，谢谢您愿意常去看看独居的老邻居。`,
      '有合适的，我先私下问您，您和老人都答应了才算。',
      '不想了，随时回“不结对了”。',
    ),
  'pairing.resting': (p) => lines(`#${p.number} 好，不再给您介绍了，谢谢您。`, '又愿意了，回“愿意结对 66岁”。'),
  'pairing.proposals': (p, s) =>
    lines(
      `给${s.name(p.served)}结对，愿意的邻居里最近的：`,
      ...p.helpers.map(
        ({ helper, band, near }, index) => `${index + 1}. ${s.name(helper)}，${bands[band]}，${nearSaid(near)}`,
      ),
      '请回数字，我就私下问两边；或回“结对 老人 和 邻居”。',
    ),
  'pairing.asked': (p, s) =>
    lines(
      `#${p.number} 已经私下问${s.name(p.helper)}和${p.own ? s.name(p.served) : p.to.map((one) => s.name(one)).join('、')}，两边都答应了才算。`,
      '三天没回，就告诉您换人。',
      `不问了，回“结束结对 #${p.number}”。`,
    ),
  'pairing.ask-helper': (p, s) =>
    lines(
      `#${p.number}${p.again ? '（再问一次）' : ''} ${s.name(p.by)}想请您和${s.name(p.served)}结对：一个星期去看看、说说话，有事叫人。`,
      '愿意回 1；不方便回 2，没关系。',
    ),
  'pairing.ask-served': (p, s) =>
    p.own
      ? lines(
          `#${p.number}${p.again ? '（再问一次）' : ''} ${s.name(p.served)}您好，${s.name(p.by)}想请${s.name(p.helper)}（${bands[p.band]}的邻居）常来看看您、说说话。`,
          '愿意回 1；不用回 2，没关系。',
        )
      : lines(
          `#${p.number}${p.again ? '（再问一次）' : ''} ${s.name(p.by)}想请${s.name(p.helper)}（${bands[p.band]}的邻居）常去看看${s.name(p.served)}。`,
          '请当面问一下本人。愿意回 1；不愿意回 2。',
        ),
  'pairing.answered': (p) =>
    p.agreed
      ? lines(`#${p.number} 记下了，谢谢您。另一边也答应了，马上告诉您。`, `改主意了，回“结束结对 #${p.number}”。`)
      : lines(`#${p.number} 好，没关系，谢谢您说一声。`, '有疑问，回“人工”。'),
  'pairing.paired': (p, s) =>
    p.yours
      ? lines(
          `#${p.number} 结对成了：您和${s.name(p.served)}。谢谢您。`,
          `每次去看过，回“服务 ${s.name(p.served)} 1小时”，时间就记上；有急事打120，再回“急 …”。`,
          `哪天不方便了，回“结束结对 #${p.number}”。`,
        )
      : lines(
          `#${p.number} 结对成了：${s.name(p.helper)}会常去看看${s.name(p.served)}。`,
          `想停，随时回“结束结对 #${p.number}”。`,
        ),
  'pairing.nothing': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.helper)}和${s.name(p.served)}这次没结成：${
        p.side === null ? '三天里没有都回话' : `${s.name(p.side === 'helper' ? p.helper : p.served)}这边不方便`
      }。`,
      `换一位，回“结对 ${s.name(p.served)}”。`,
    ),
  'pairing.off': (p) => lines(`#${p.number} 这次没有结成，谢谢您答应。`, '有合适的，我再问您。'),
  'pairing.ended': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.helper)}和${s.name(p.served)}的结对到这里结束了，是${s.name(p.by)}说的。谢谢大家。`,
      '记好的时间都还在；要再结对，请楼栋长回“结对”加老人的名字。',
    ),
  'pairing.state': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.helper)}和${s.name(p.served)}，${p.phase === 'stands' ? '结对着' : '在等两边回话'}。`,
      p.phase === 'stands' ? `看过${p.visits}次${hours(p.minutes, s)}。` : null,
      `要停，回“结束结对 #${p.number}”。`,
    ),
  'pairing.free': (p) =>
    p.willing
      ? lines(`#${p.number} 您愿意结对，还没有合适的。`, '不想了，回“不结对了”。')
      : lines(`#${p.number} 您现在不结对。`, '又愿意了，回“愿意结对 66岁”。'),
  'pairing.refused': (p) => lines(`#${p.number}`, ...refusal(p)),
  'pairing.not-asked': (p, s) => lines(...notAsked(p, s)),
};
