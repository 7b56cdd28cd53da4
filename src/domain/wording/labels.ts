import type { Role } from '../community/community';
import type { Level } from '../community/policy';
import type { SaidState } from './params';
import type { Language } from './say-moment';

/** The words of one language for what has a fixed list. */
export interface Labels {
  readonly roles: Readonly<Record<Role, string>>;
  readonly states: Readonly<Record<SaidState, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly uncategorised: string;
  readonly somewhere: string;
  readonly somebody: string;
  readonly erased: string;
}

export const labels: Readonly<Record<Language, Labels>> = {
  zh: {
    roles: {
      resident: '居民',
      rider: '骑手',
      volunteer: '志愿者',
      captain: '队长',
      'grid-worker': '网格员',
      'grid-leader': '网格长',
      staff: '社区工作人员',
      director: '主任',
      inspector: '督查员',
      shop: '店家',
    },
    states: {
      reported: '已收到',
      dispatched: '已派单',
      claimed: '已接单',
      waiting: '先等一等',
      'under-review': '已办好，待审单',
      resolved: '已办好，待回访',
      'called-back': '已回访',
      archived: '已办结',
      considered: '已采纳，在商量',
      planned: '已排上',
      done: '已做好',
      declined: '这次没采纳',
      withdrawn: '已撤回',
      refused: '办不了',
      'not-ours': '不归社区管',
      merged: '并到别的事里了',
    },
    levels: { 'grid-leader': '网格长', community: '社区', street: '街道' },
    uncategorised: '待分类',
    somewhere: '没说地点',
    somebody: '有人',
    erased: '（内容已删除）',
  },
  en: {
    roles: {
      resident: 'a resident',
      rider: 'a rider',
      volunteer: 'a volunteer',
      captain: 'the captain',
      'grid-worker': 'the grid worker',
      'grid-leader': 'the grid leader',
      staff: 'the community staff',
      director: 'the director',
      inspector: 'the inspector',
      shop: 'the shop',
    },
    states: {
      reported: 'received',
      dispatched: 'sent out',
      claimed: 'taken',
      waiting: 'waiting',
      'under-review': 'done, being reviewed',
      resolved: 'done, to be confirmed',
      'called-back': 'confirmed',
      archived: 'closed',
      considered: 'taken up',
      planned: 'planned',
      done: 'done',
      declined: 'not taken up',
      withdrawn: 'withdrawn',
      refused: 'cannot be done',
      'not-ours': 'not for the community',
      merged: 'merged into another',
    },
    levels: { 'grid-leader': 'the grid leader', community: 'the community', street: 'the street office' },
    uncategorised: 'To be sorted',
    somewhere: 'place to be asked',
    somebody: 'somebody',
    erased: '(deleted)',
  },
};

/** What has ended takes no more words: a problem that is still there is reported again. */
export const isOver = (state: SaidState): boolean =>
  ['called-back', 'archived', 'withdrawn', 'refused', 'not-ours', 'merged', 'done', 'declined'].includes(state);
