import { areaById } from '../../domain/community/area-tree';
import type { Community, Person } from '../../domain/community/community';
import type { PersonId } from '../../domain/ids';
import { labels } from '../../domain/wording/labels';
import type { ChatRecord, Communities, Incidents, People } from '../ports';

interface Ports {
  readonly people: Pick<People, 'byId'>;
  readonly communities: Communities;
  readonly incidents: Pick<Incidents, 'open'>;
}

/** What the community has written down of them; of most people it is nothing. */
const knownAs = ({ roles, building }: Person, community: Community): readonly string[] => {
  const called = (area: string): string => areaById(community, area)?.name ?? area;
  return [
    ...roles.map(({ role, area }) => `登记的${labels.zh.roles[role]}，${called(area)}`),
    ...(building === null ? [] : [`住${called(building)}`]),
  ];
};

/** Their name, and where they are known from: staff must be able to find them. Stands on the board only. */
const whoIs = async (id: PersonId, seen: ChatRecord | null, { people, communities }: Ports) => {
  const [stored, community] = [await people.byId(id), await communities.current()];
  const person = community.officers.find((officer) => officer.id === id) ?? stored;
  const named = person === null || person.name === '' ? null : person.name;
  const name = named ?? seen?.title ?? '名字不详的人';
  const account = seen && `${seen.platform} 上叫“${seen.title}”`;
  const from = [...(person ? knownAs(person, community) : []), ...(account ? [account] : [])];
  return { name, who: from.length === 0 ? `“${name}”` : `“${name}”（${from.join('；')}）` };
};

const over = '写来以后，这一条自己会消';

/** Nobody knows an account of theirs: whatever is said to them goes nowhere. */
export const tellNoAccount = async (person: PersonId, ports: Ports): Promise<void> => {
  const { name, who } = await whoIs(person, null, ports);
  await ports.incidents.open(
    `unreachable:${person}`,
    `${who}没有跟机器人私聊过，消息送不到`,
    `请告诉${name}：私信机器人，发“我是 ${name}”加楼号，社区核对后就接上；急事请打电话。${over}`,
  );
};

/** Their account takes nothing from us. */
export const tellOutOfReach = async (
  person: PersonId | null,
  chat: ChatRecord,
  why: string,
  ports: Ports,
): Promise<void> => {
  const { name, who } = person === null ? { name: '这位', who: `“${chat.title}”` } : await whoIs(person, chat, ports);
  await ports.incidents.open(
    `unreachable:${person ?? chat.id}`,
    `发给${who}的消息送不到：${why}`,
    `请${name}先给机器人发一条私信，没送到的会补上；急事请打电话。${over}`,
  );
};
