import type { Language } from '../../domain/wording/say-moment';

export interface FiguresWords {
  readonly title: string;
  readonly report: (community: string, month: string) => string;
  readonly month: string;
  readonly area: string;
  readonly everywhere: string;
  readonly show: string;
  readonly rows: Readonly<
    Record<'tickets' | 'response' | 'onTime' | 'solved' | 'satisfied' | 'inGrid' | 'minutes', string>
  >;
  readonly columns: readonly [string, string, string, string];
  readonly trend: string;
  readonly byDesk: string;
  readonly byCategory: string;
  readonly byArea: string;
  readonly name: string;
  readonly unknown: string;
  readonly none: string;
  readonly sign: string;
  readonly print: string;
}

export const figuresWords: Readonly<Record<Language, FiguresWords>> = {
  zh: {
    title: '数字',
    report: (community, month) => `${community}${month.slice(0, 4)}年${Number(month.slice(5))}月诉求办理情况`,
    month: '月份',
    area: '片区',
    everywhere: '全部',
    show: '看',
    rows: {
      tickets: '诉求（件）',
      response: '响应率',
      onTime: '按时办结率',
      solved: '解决率',
      satisfied: '满意率',
      inGrid: '网格内办结率',
      minutes: '平均响应（分钟）',
    },
    columns: ['', '本月', '上月同期', '去年同期'],
    trend: '十三个月的变化',
    byDesk: '按办理单位',
    byCategory: '按类别',
    byArea: '按片区',
    name: '名称',
    unknown: '（没有）',
    none: '—',
    sign: '填报人：＿＿＿＿＿　审核人：＿＿＿＿＿　日期：＿＿＿＿＿',
    print: '要打印，用浏览器的“打印”，纸选A4。',
  },
  en: {
    title: 'Figures',
    report: (community, month) => `${community}: how matters were handled in ${month}`,
    month: 'Month',
    area: 'Area',
    everywhere: 'everywhere',
    show: 'Show',
    rows: {
      tickets: 'Tickets',
      response: 'Answered in time',
      onTime: 'Done in time',
      solved: 'Solved',
      satisfied: 'Satisfied',
      inGrid: 'Settled within the grid',
      minutes: 'Mean minutes to answer',
    },
    columns: ['', 'This month', 'Last month so far', 'A year ago'],
    trend: 'Thirteen months',
    byDesk: 'By desk',
    byCategory: 'By category',
    byArea: 'By area',
    name: 'Name',
    unknown: '(none)',
    none: '—',
    sign: 'Filled in by: _______  Checked by: _______  Date: _______',
    print: 'To print it, use your browser’s print, on A4.',
  },
};
