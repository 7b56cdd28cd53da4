import { gridOf } from '../../../domain/community/area-tree';
import type { Community, Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { readSubject, type FiguresAsked } from '../../../domain/figures/read-subject';
import type { AreaId } from '../../../domain/ids';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { answerAmongStaff, isForPrivate, namedInChat } from './answer-among-staff';
import { countMonth } from './count-figures';

const ofGrids = ['grid-worker', 'grid-leader'] as const;

/** The grids that a person works in. */
const gridsOf = (person: Person, community: Community): readonly AreaId[] => [
  ...new Set(
    person.roles
      .filter(({ role }) => ofGrids.some((each) => each === role))
      .flatMap(({ area }) => gridOf(community, area)?.id ?? []),
  ),
];

/** What this person may see of it: staff and directors everything, those of a grid their own grid. Null: none of it. */
const allowed = (asked: FiguresAsked, person: Person, community: Community): FiguresAsked | null => {
  if (hasRole(person, ['staff', 'director'])) return asked;
  const { subject } = asked;
  const own = gridsOf(person, community);
  const area = subject.area ?? own[0] ?? null;
  const grid = gridOf(community, area)?.id;
  return grid !== undefined && own.includes(grid) ? { ...asked, subject: { ...subject, area } } : null;
};

const sayUnknown = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const grids = community.areas.filter(({ kind }) => kind === 'grid').map(({ id }) => id);
  const all = hasRole(person, ['staff', 'director']);
  const [category] = community.categories.filter(({ card }) => card !== 'never');
  await answerPerson(ports, inbound, {
    wording: 'figures.unknown',
    params: { areas: all ? grids : gridsOf(person, community), category: category?.id ?? null },
  });
  return heard('简报：没有叫这个名字的网格或事项');
};

/** `简报 本月`, `简报 第一网格 上月`, `简报 停车`. Null: from others, and of what names nothing among staff, it is talk. */
export const sayMonth = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  of: string,
  { person, community }: Setting,
): Promise<InboundAnswer | null> => {
  if (!hasRole(person, ['staff', 'director', ...ofGrids])) return null;
  const asked = readSubject(of, community);
  if (!asked) return inbound.chat.kind === 'group' ? null : sayUnknown(ports, inbound, { person, community });
  const seen = allowed(asked, person, community);
  if (!seen) {
    const params = { area: asked.subject.area, own: gridsOf(person, community) };
    await answerPerson(ports, inbound, { wording: 'figures.not-yours', params });
    return heard('简报：别的网格的，没有给');
  }
  const params = await countMonth(ports, community, seen);
  if (isForPrivate(seen.subject.category, community))
    await answerPerson(ports, inbound, { wording: 'figures.month', params });
  else
    await answerAmongStaff(ports, inbound, {
      wording: 'figures.month',
      params: { ...params, top: namedInChat(inbound.chat, community, params.top) },
    });
  return heard('简报：一个月的');
};
