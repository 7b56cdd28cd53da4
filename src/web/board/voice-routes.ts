import { html } from 'ghtml';
import { z } from 'zod';
import type { Language } from '../../domain/wording/say-moment';
import { voiceFor, type TicketPage, type TicketPagePorts } from '../../usecases/board/ticket-page';
import type { Communities } from '../../usecases/ports';
import type { VoiceListed } from '../../usecases/ports-of-voices';
import { nothing, type Html, type PageRoute } from '../pages/page-route';

const words = {
  zh: {
    title: '语音',
    save: '存下来听',
    silent: '这条语音浏览器放不了。',
    hint: '放不出来，就存下来，用手机自带的播放器或 VLC 打开；还是不行，请发的人再说一遍，或者打成字。',
  },
  en: {
    title: 'Voice messages',
    save: 'Save it',
    silent: 'No browser plays this one.',
    hint: 'Where it does not play, save it and open it with VLC or on a telephone; failing that, ask them to say it again, or to write it.',
  },
} as const;

const Params = z.object({
  number: z.coerce.number().int().positive().max(2_000_000_000),
  voice: z.string().min(1).max(100),
});

const Query = z.object({ save: z.literal('1').optional() });

const voiceView = (number: number, { id, plays }: VoiceListed, language: Language): Html => {
  const own = words[language];
  const at = `/board/tickets/${number}/voices/${encodeURIComponent(id)}`;
  const player = plays ? html`<audio controls preload="none" src="${at}"></audio>` : html`${own.silent}`;
  return html`<p>!${player} <a href="${at}?save=1" download>${own.save}</a></p>`;
};

/** What was spoken, to be heard in the page; what no browser plays is saved and opened elsewhere. */
export const voicesView = ({ row, voices }: TicketPage, language: Language): Html =>
  voices.length === 0
    ? ''
    : html`<section>
        <h2>${words[language].title}</h2>
        !${voices.map((voice) => voiceView(row.number, voice, language))}
        <p class="soft">${words[language].hint}</p>
      </section>`;

export const voiceRoutes = (
  needs: TicketPagePorts & { readonly communities: Pick<Communities, 'current'> },
): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/tickets/:number/voices/:voice',
    who: 'worker',
    answer: async ({ params, query, person }) => {
      const [read, asked] = [Params.safeParse(params), Query.safeParse(query)];
      if (!read.success || !asked.success) return nothing;
      const { number, voice } = read.data;
      const community = await needs.communities.current();
      const found = await voiceFor(needs, number, voice, { person, community });
      if (!found) return nothing;
      const isSaved = asked.data.save !== undefined || !found.plays;
      const saved = isSaved ? { saveAs: `${number}-${voice.slice(-8)}.${found.ending}` } : {};
      return { kind: 'file', type: found.type, bytes: found.bytes, ...saved };
    },
  },
];
