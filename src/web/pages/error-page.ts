import { html } from 'ghtml';
import type { Language } from '../../domain/wording/say-moment';
import type { Html } from './page-route';

interface Words {
  readonly title: string;
  readonly next: string;
}

const words: Readonly<Record<Language, Readonly<Record<string, Words>>>> = {
  zh: {
    '401': { title: '请先登录', next: '私信邻里“看板”，点收到的链接就能进来。' },
    '403': { title: '这里您看不了', next: '要看这一页，请找社区主任给您登记身份。' },
    '404': { title: '没有找到', next: '没有这一页，或者不是您能看的。请回到首页再找。' },
    '409': { title: '这一页放得太久了', next: '什么都没有改。请回到上一页，刷新后再填一次。' },
    '413': { title: '太大了', next: '照片每张请小于 20 MB，一次最多 6 张，再发一次。' },
    '421': { title: '地址不对', next: '请用社区给您的网址打开。' },
    '429': { title: '点得太快了', next: '请等一分钟再试。' },
    '400': { title: '没有看懂', next: '请回到上一页，再填一次。' },
    '500': { title: '出错了', next: '已经记下来了，什么都没有改。请过一会儿再试。' },
  },
  en: {
    '401': { title: 'Please sign in', next: 'Write 看板 to Linli in private, and open the link it sends.' },
    '403': {
      title: 'This is not yours to see',
      next: 'Ask the director of the community to give you the role for it.',
    },
    '404': { title: 'Not found', next: 'There is no such page, or it is not yours. Go back to the start.' },
    '409': {
      title: 'This page was open for too long',
      next: 'Nothing was changed. Go back, load the page again, and fill it in once more.',
    },
    '413': { title: 'Too large', next: 'Send at most 6 photos at a time, each under 20 MB.' },
    '421': { title: 'Wrong address', next: 'Open the address that the community gave you.' },
    '429': { title: 'Too quick', next: 'Please try again in a minute.' },
    '400': { title: 'Not understood', next: 'Go back one page and fill it in again.' },
    '500': { title: 'Something went wrong', next: 'It is in the log, and nothing was changed. Try again in a while.' },
  },
};

const fallback: Words = { title: '', next: '' };

/** What went wrong and what to do next; never why it did. */
export const errorWords = (status: number, language: Language): Words => {
  const own = words[language];
  return own[String(status)] ?? own[status < 500 ? '400' : '500'] ?? fallback;
};

export const errorMain = ({ title, next }: Words): Html =>
  html`<section class="message refused" role="alert">
    <h1>${title}</h1>
    <p>${next}</p>
  </section>`;

/** The same where only an answer is waited for. */
export const errorPart = ({ title, next }: Words): Html => html`<strong>${title}</strong> ${next}`;
