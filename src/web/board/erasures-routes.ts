import { html } from 'ghtml';
import { z } from 'zod';
import { graceDays } from '../../domain/community/retention';
import { sayDate, sayTime, type Language } from '../../domain/wording/say-moment';
import type { Clock, Communities } from '../../usecases/ports';
import type { Privacy, PrivacyNote } from '../../usecases/ports-of-privacy';
import type { Answer, AskedBy, Html, PageRoute } from '../pages/page-route';
import { table } from './operations/table';

export interface ErasuresNeeds {
  readonly privacy: Pick<Privacy, 'notes'>;
  readonly clock: Clock;
  readonly communities: Communities;
}

const words = {
  zh: {
    title: '删掉过什么',
    about: '到期清理和按本人要求的删除：什么时候、哪一种、多少、按什么规定。删掉的是谁、是什么，这里不记。',
    none: '还没有删过。',
    nothing: '没有到期的',
    heads: ['什么时候', '哪一种', '多少', '按什么规定'],
    next: '更早的',
    kind: { retention: '到期清理', erasure: '本人要求' },
    counted: { words: '话', photos: '照片', accounts: '账号', messages: '发出的消息', troubles: '了结的故障' },
    wished: `本人回了“忘记我”和“确认删除”，过了${graceDays}天；有人在办的事，办完再删`,
    before: (date: string) => `${date}以前的`,
    open: '没办完的事不动',
    unknown: '按当时配置的天数',
  },
  en: {
    title: 'What was erased',
    about:
      'What was kept long enough, and what people wished to have forgotten: when, which, how much, by which rule. Of whom and what is noted nowhere.',
    none: 'Nothing yet.',
    nothing: 'nothing was old enough',
    heads: ['When', 'Which', 'How much', 'By which rule'],
    next: 'Earlier',
    kind: { retention: 'Kept long enough', erasure: 'Their own wish' },
    counted: {
      words: 'words',
      photos: 'photos',
      accounts: 'accounts',
      messages: 'messages sent',
      troubles: 'troubles over',
    },
    wished: `they said "忘记我" and "确认删除", and ${graceDays} days passed; what somebody works on goes when it is done`,
    before: (date: string) => `before ${date}`,
    open: 'open matters keep theirs',
    unknown: 'by the days set up then',
  },
} as const;

type Counted = keyof (typeof words)['zh']['counted'];
const counted: readonly Counted[] = ['words', 'photos', 'accounts', 'messages', 'troubles'];

const perPage = 50;
const Query = z.object({ before: z.iso.datetime().optional().catch(undefined), id: z.string().max(60).catch('') });

interface Told {
  readonly now: string;
  readonly timeZone: string;
  readonly language: Language;
}

const countsOf = ({ counts }: PrivacyNote, language: Language): string => {
  const own = words[language];
  const some = counted.filter((each) => (counts[each] ?? 0) > 0);
  const [is, and] = language === 'zh' ? ['', '，'] : [': ', ', '];
  return some.length === 0 ? own.nothing : some.map((each) => `${own.counted[each]}${is}${counts[each]}`).join(and);
};

const ruleOf = ({ kind, since }: PrivacyNote, { now, timeZone, language }: Told): string => {
  const own = words[language];
  if (kind === 'erasure') return own.wished;
  const [is, and] = language === 'zh' ? ['：', '；'] : [' ', '; '];
  if (since === null) return [own.unknown, own.open].join(and);
  const days = counted.flatMap((each) => {
    const at = since[each];
    return at === undefined ? [] : [`${own.counted[each]}${is}${own.before(sayDate(at, now, timeZone, language))}`];
  });
  return [...days, own.open].join(and);
};

const rowOf = (note: PrivacyNote, told: Told): readonly Html[] => [
  html`<time datetime="${note.at}">${sayTime(note.at, told.now, told.timeZone, told.language)}</time>`,
  html`${words[told.language].kind[note.kind]}`,
  html`${countsOf(note, told.language)}`,
  html`${ruleOf(note, told)}`,
];

const page = async (needs: ErasuresNeeds, { query, language }: AskedBy): Promise<Answer> => {
  const own = words[language];
  const { before, id } = Query.parse(query);
  const found = await needs.privacy.notes(before === undefined ? null : { at: before, id }, perPage);
  const { timeZone } = (await needs.communities.current()).calendar;
  const told = { now: needs.clock.now().toISOString(), timeZone, language };
  const last = found.length < perPage ? undefined : found.at(-1);
  const next = last && `/board/erasures?${new URLSearchParams({ before: last.at, id: last.id }).toString()}`;
  const rows = found.map((note) => rowOf(note, told));
  const main = html`<h1>${own.title}</h1>
    <p class="soft">${own.about}</p>
    !${rows.length === 0 ? html`<p>${own.none}</p>` : table(own.title, own.heads, rows)}
    !${next ? html`<p><a href="${next}">${own.next}</a></p>` : ''}`;
  return { kind: 'page', title: own.title, main };
};

/** Where the page of looks leads to it. */
export const erasuresLink = (language: Language): Html =>
  html`<p><a href="/board/erasures">${words[language].title}</a></p>`;

/** What retention and erasure did, for directors. */
export const erasuresRoutes = (needs: ErasuresNeeds): readonly PageRoute[] => [
  { method: 'GET', path: '/board/erasures', who: ['director'], answer: (asked: AskedBy) => page(needs, asked) },
];
