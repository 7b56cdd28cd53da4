import { z } from 'zod';
import { sayMoment } from '../../domain/wording/say-moment';
import type { Communities } from '../../usecases/ports';
import { currentSetup } from '../../usecases/setup/save-setup';
import { nothing, type Answer, type AskedBy, type PageRoute } from '../pages/page-route';
import { answerEntry, entryPage, type Asking, type EntryPorts } from './setup/entry-page';
import type { SetupView } from './setup/field';
import { overviewPage, partPage, type OverviewPorts } from './setup/overview-page';
import { parts } from './setup/parts';
import { setupWords } from './setup/setup-words';
import { takeBack, versionPage } from './setup/version-page';

export interface SetupNeeds {
  readonly setup: OverviewPorts & Omit<EntryPorts, 'sayMeanwhile'> & { readonly communities: Communities };
}

const Params = z.object({ part: z.string().max(40), entry: z.string().max(60).default('') });
const VersionParams = z.object({ version: z.coerce.number().int().positive().max(1_000_000_000) });
const Query = z.object({ saved: z.string().max(12).optional() });
const bodyLimit = 300_000;

/** How the community is set up: directors see it, try a change, make it, and take it back. */
export const setupRoutes = ({ setup: needs }: SetupNeeds): readonly PageRoute[] => {
  const viewOf = async ({ language }: AskedBy): Promise<SetupView> => {
    const [setup, community] = await Promise.all([currentSetup(needs), needs.communities.current()]);
    return { setup, community, language };
  };
  const sayMeanwhile: EntryPorts['sayMeanwhile'] = async ({ language, community }, by, at) => {
    const own = setupWords[language];
    const [person] = by === null ? [] : await needs.people.byIds([by]);
    const time = sayMoment(at, needs.clock.now().toISOString(), community.calendar.timeZone, language);
    return own.meanwhile(person?.name ?? own.byFile, time);
  };
  const ports: EntryPorts & OverviewPorts = { ...needs, sayMeanwhile };

  const askingOf = async (asked: AskedBy): Promise<Asking | null> => {
    const read = Params.safeParse(asked.params);
    const part = parts.find(({ id }) => read.success && id === read.data.part);
    if (!read.success || !part) return null;
    const view = await viewOf(asked);
    const { entry: key } = read.data;
    if (key === 'new' && part.fresh)
      return { view, part, asked, isNew: true, entry: { key, title: '', at: part.fresh(view), shown: {} } };
    const entry = part.entries(view).find((each) => each.key === key);
    return entry ? { view, part, asked, entry, isNew: false } : null;
  };

  const withVersion =
    (answer: (number: number, asked: AskedBy) => Answer | Promise<Answer>) =>
    (asked: AskedBy): Answer | Promise<Answer> => {
      const read = VersionParams.safeParse(asked.params);
      return read.success ? answer(read.data.version, asked) : nothing;
    };
  const yaml = (text: string): Answer => ({ kind: 'file', type: 'text/yaml', bytes: text, saveAs: 'pack.yaml' });

  return [
    {
      method: 'GET',
      path: '/board/setup',
      who: ['director'],
      nav: { zh: '设置', en: 'Set-up' },
      answer: async (asked: AskedBy) => {
        const { data } = Query.safeParse(asked.query);
        return overviewPage(ports, await viewOf(asked), data?.saved !== undefined);
      },
    },
    {
      method: 'GET',
      path: '/board/setup/pack.yaml',
      who: ['director'],
      perMinute: 30,
      answer: async () => yaml((await currentSetup(needs)).text),
    },
    {
      method: 'GET',
      path: '/board/setup/versions/:version',
      who: ['director'],
      answer: withVersion(async (number, asked) => versionPage(ports, await viewOf(asked), number, asked)),
    },
    {
      method: 'POST',
      path: '/board/setup/versions/:version',
      who: ['director'],
      answer: withVersion(async (number, asked) => takeBack(ports, await viewOf(asked), number, asked)),
    },
    {
      method: 'GET',
      path: '/board/setup/versions/:version/pack.yaml',
      who: ['director'],
      answer: withVersion(async (number) => {
        const version = await needs.packVersions.byNumber(number);
        return version === null ? nothing : yaml(version.text);
      }),
    },
    {
      method: 'GET',
      path: '/board/setup/:part',
      who: ['director'],
      answer: async (asked: AskedBy) => {
        const read = Params.safeParse(asked.params);
        const part = parts.find(({ id }) => read.success && id === read.data.part);
        return part ? partPage(part, await viewOf(asked)) : nothing;
      },
    },
    {
      method: 'GET',
      path: '/board/setup/:part/:entry',
      who: ['director'],
      answer: async (asked: AskedBy) => {
        const asking = await askingOf(asked);
        return asking ? entryPage(asking) : nothing;
      },
    },
    {
      method: 'POST',
      path: '/board/setup/:part/:entry',
      who: ['director'],
      bodyLimit,
      answer: async (asked: AskedBy) => {
        const asking = await askingOf(asked);
        return asking ? answerEntry(ports, asking) : nothing;
      },
    },
  ];
};
