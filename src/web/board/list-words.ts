import type { Language } from '../../domain/wording/say-moment';

/** A list that is often asked for, and what it changes of the one that is shown. */
type View = readonly [label: string, change: { readonly state: 'open' | 'closed' | 'all' }];

export interface ListWords {
  readonly title: string;
  readonly words: string;
  readonly state: string;
  readonly open: string;
  readonly closed: string;
  readonly all: string;
  readonly any: string;
  readonly area: string;
  readonly category: string;
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly find: string;
  readonly none: string;
  /** Nothing is found by a single character. */
  readonly short: string;
  readonly next: string;
  readonly xlsx: string;
  readonly count: (count: string) => string;
  /** How the count is made, so that nobody takes it for more. */
  readonly counted: string;
  readonly columns: readonly string[];
  readonly views: readonly View[];
}

export const listWords: Readonly<Record<Language, ListWords>> = {
  zh: {
    title: '全部事项',
    words: '号码或关键词',
    state: '状态',
    open: '在办',
    closed: '已结束',
    all: '全部',
    any: '不限',
    area: '片区',
    category: '类别',
    person: '人（姓名）',
    from: '从哪天报的',
    to: '到哪天',
    find: '找',
    none: '没有找到。请少写几个条件再找。',
    short: '只写一个字找不准，请写两个字以上再找。',
    next: '下一页',
    xlsx: '导出表格',
    count: (count) => `${count}件`,
    counted: '件数最多数到1000，最多晚10秒，不数对工作人员的投诉。',
    columns: ['号', '类别', '地点', '内容', '状态', '负责人', '报的时间', '最晚'],
    views: [
      ['在办', { state: 'open' }],
      ['已结束', { state: 'closed' }],
      ['全部', { state: 'all' }],
    ],
  },
  en: {
    title: 'All tickets',
    words: 'Number or words',
    state: 'State',
    open: 'open',
    closed: 'closed',
    all: 'all',
    any: 'any',
    area: 'Area',
    category: 'Category',
    person: 'Person (name)',
    from: 'Reported from',
    to: 'until',
    find: 'Find',
    none: 'Nothing found. Ask for less and try again.',
    short: 'One character is too little to look for: write two or more.',
    next: 'Next page',
    xlsx: 'As a spreadsheet',
    count: (count) => `${count} in all`,
    counted: 'Counted up to 1000, without complaints about staff; the count may be 10 seconds old.',
    columns: ['No.', 'Category', 'Place', 'What', 'State', 'In charge', 'Reported', 'By'],
    views: [
      ['Open', { state: 'open' }],
      ['Closed', { state: 'closed' }],
      ['All', { state: 'all' }],
    ],
  },
};
