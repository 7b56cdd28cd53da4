import { z } from 'zod';
import type { Sessions } from '../../usecases/ports-of-pages';
import { go, type PageRoute } from './page-route';
import { languageCookie } from './read-asked';

const Language = z.object({ language: z.enum(['zh', 'en']), to: z.string().max(500).default('/') });

const aYear = 365 * 24 * 60;

/** What stands on every page: the language, and the way out. */
export const commonRoutes = ({ sessions }: { readonly sessions: Sessions }): readonly PageRoute[] => [
  {
    method: 'POST',
    path: '/language',
    who: 'anyone',
    answer: ({ fields }) => {
      const read = Language.safeParse(fields);
      if (!read.success) return go('/');
      const { language, to } = read.data;
      return { kind: 'keep', name: languageCookie, value: language, minutes: aYear, then: go(to) };
    },
  },
  {
    method: 'POST',
    path: '/sign-out',
    who: 'anyone',
    answer: async ({ cookie }) => {
      const token = cookie('linli');
      if (token !== null) await sessions.end(token);
      return { kind: 'signed-out', to: '/sign-in' };
    },
  },
];
