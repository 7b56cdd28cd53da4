import { html } from 'ghtml';
import { z } from 'zod';
import type { Activity } from '../../domain/volunteering/activity';
import { callingRoles, mayLead } from '../../domain/volunteering/activity-people';
import { activityActs, type ActivityAct } from '../../usecases/board/act-on-activity';
import { activityFor, openActivities, pastActivities, type ActivityPagePorts } from '../../usecases/board/activities';
import { namesOnList } from '../../usecases/hearing/volunteering/names-on-list';
import type { ActOutcome } from '../../usecases/pages/as-in-chat';
import type { Communities, People, Words } from '../../usecases/ports';
import { nothing, page, type Answer, type AskedBy, type Html, type PageRoute } from '../pages/page-route';
import { sayOutcome } from '../pages/say-outcome';
import { activityList, saidOf, titleOf, type ActivityView } from './activity-list';
import { activityPage } from './activity-page';
import { activityWords } from './activity-words';

export type ActivityNeeds = ActivityPagePorts & {
  readonly communities: Communities;
  readonly people: Pick<People, 'byIds'>;
  readonly words: Pick<Words, 'byIds'>;
  readonly actOnActivity: (act: ActivityAct) => Promise<ActOutcome>;
};

const Params = z.object({ number: z.coerce.number().int().positive().max(2_000_000_000) });
const Query = z.object({ which: z.enum(['now', 'past']).catch('now').default('now') });
const Fields = z.object({
  act: z.enum(activityActs),
  key: z.uuid(),
  claim: z.string().max(100).default(''),
  words: z.string().max(200).default(''),
});

const viewOf = async (
  needs: ActivityNeeds,
  activities: readonly Activity[],
  { language }: AskedBy,
): Promise<ActivityView> => ({
  ...{ language, now: needs.clock.now().toISOString() },
  ...{ community: await needs.communities.current(), said: await saidOf(needs.words, activities) },
});

const listPage = async (needs: ActivityNeeds, asked: AskedBy): Promise<Html> => {
  const { language, person } = asked;
  const own = activityWords[language];
  const viewer = { person, community: await needs.communities.current() };
  if (Query.parse(asked.query).which === 'past') {
    const past = await pastActivities(needs, viewer);
    return html`<h1>${own.title}</h1>
      <p><a class="button" href="/board/activities">${own.now}</a></p>
      !${activityList(own.past, past, await viewOf(needs, past, asked))}`;
  }
  const lists = await openActivities(needs, viewer);
  const view = await viewOf(needs, Object.values(lists).flat(), asked);
  return html`<h1>${own.title}</h1>
    <p><a class="button" href="/board/activities?which=past">${own.past}</a></p>
    !${(['toConfirm', 'coming', 'drafts'] as const).map((which) => activityList(own[which], lists[which], view))}
    <p class="soft">${own.launch}</p>`;
};

const onePage = async (needs: ActivityNeeds, activity: Activity, asked: AskedBy): Promise<Answer> => {
  const [view, names, [leader]] = await Promise.all([
    viewOf(needs, [activity], asked),
    namesOnList(needs, activity),
    needs.people.byIds([activity.leader]),
  ]);
  const leads = mayLead(activity, asked.person, view.community);
  const main = activityPage(activity, { ...view, names, leader: leader?.name ?? '', csrf: asked.csrf, leads });
  return page(`#${activity.number} ${titleOf(activity, view)}`, main);
};

const tell = (outcome: ActOutcome, number: number, asked: AskedBy): Answer => {
  const back = { to: `/board/activities/${number}`, label: activityWords[asked.language].back };
  return sayOutcome(outcome, asked, { title: `#${number}`, back });
};

/** The activity of the path; null: there is none, or it is none of theirs. */
const meant = async (needs: ActivityNeeds, { params, person }: AskedBy): Promise<Activity | null> => {
  const read = Params.safeParse(params);
  const community = await needs.communities.current();
  return read.success ? activityFor(needs, read.data.number, { person, community }) : null;
};

/** Calls for volunteers: what is open, coming and past, who signed up, who came. */
export const activityRoutes = (needs: ActivityNeeds): readonly PageRoute[] => [
  {
    method: 'GET',
    path: '/board/activities',
    who: callingRoles,
    nav: { zh: '志愿', en: 'Volunteers' },
    answer: async (asked) => page(activityWords[asked.language].title, await listPage(needs, asked)),
  },
  {
    method: 'GET',
    path: '/board/activities/:number',
    who: callingRoles,
    answer: async (asked) => {
      const activity = await meant(needs, asked);
      return activity ? onePage(needs, activity, asked) : nothing;
    },
  },
  {
    method: 'POST',
    path: '/board/activities/:number/act',
    who: callingRoles,
    answer: async (asked) => {
      const fields = Fields.safeParse(asked.fields);
      const activity = fields.success ? await meant(needs, asked) : null;
      if (!fields.success || !activity) return nothing;
      const { person, language } = asked;
      return tell(await needs.actOnActivity({ ...fields.data, person, activity, language }), activity.number, asked);
    },
  },
];
