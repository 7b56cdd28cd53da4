import { html } from 'ghtml';
import { z } from 'zod';
import type { Language } from '../../domain/wording/say-moment';
import { voiceFor, type TicketPage, type TicketPagePorts } from '../../usecases/board/ticket-page';
import type { Communities } from '../../usecases/ports';
import { nothing, type Html, type PageRoute } from '../pages/page-route';

const words = {
  zh: { title: '语音', save: '放不出来就存下来听' },
  en: { title: 'Voice messages', save: 'Save it, where it does not play' },
} as const;

const Params = z.object({
  number: z.coerce.number().int().positive().max(2_000_000_000),
  voice: z.string().min(1).max(100),
});

/** What was spoken: browsers play Telegram's; WeChat's own format is saved and opened elsewhere. */
export const voicesView = ({ row, voices }: TicketPage, language: Language): Html =>
  voices.length === 0
    ? ''
    : html`<section>
        <h2>${words[language].title}</h2>
        !${voices.map((voice) => {
          const at = `/board/tickets/${row.number}/voices/${encodeURIComponent(voice)}`;
          return html`<p>
            <audio controls preload="none" src="${at}"></audio> <a href="${at}" download>${words[language].save}</a>
          </p>`;
        })}
      </section>`;

/** A platform's word for what it is becomes a type only where it is one of sound. */
const typeOf = (mime: string): 'audio/ogg' | 'audio/mpeg' | 'audio/silk' =>
  mime === 'audio/ogg' || mime === 'audio/mpeg' ? mime : 'audio/silk';

export const voiceRoutes = (
  needs: TicketPagePorts & { readonly communities: Pick<Communities, 'current'> },
): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/tickets/:number/voices/:voice',
    who: 'worker',
    answer: async ({ params, person }) => {
      const read = Params.safeParse(params);
      if (!read.success) return nothing;
      const { number, voice } = read.data;
      const community = await needs.communities.current();
      const found = await voiceFor(needs, number, voice, { person, community });
      return found ? { kind: 'file', type: typeOf(found.mime), bytes: found.bytes } : nothing;
    },
  },
];
