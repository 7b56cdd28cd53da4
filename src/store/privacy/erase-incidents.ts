import type { Tables } from '../models';
import type { Scope } from '../scope';

const ofChats = ['unreachable', 'way', 'gone', 'delivery', 'chat'];
const ofRow = /^(?:refused|recall):(?<row>.+)$/u;

/** What could not be said to somebody shows the name of their chat: it goes with them, open or over. */
export const eraseIncidents = async (
  { incidents, outbox }: Pick<Tables, 'incidents' | 'outbox'>,
  { communityId, key }: Scope,
  { selves, chats }: { readonly selves: readonly string[]; readonly chats: readonly string[] },
): Promise<void> => {
  const aboutRows = await incidents.raw.find({ communityId, subject: ofRow }).toArray();
  const rowOf = new Map(aboutRows.map(({ subject }) => [ofRow.exec(subject)?.groups?.['row'] ?? '', subject]));
  const theirs = await outbox.raw
    .find({ communityId, id: { $in: [...rowOf.keys()] }, chat: { $in: [...chats] } })
    .project<{ id: string }>({ id: 1 })
    .toArray();
  const subjects = [
    ...selves.map((id) => `unreachable:${id}`),
    ...chats.flatMap((id) => ofChats.map((kind) => `${kind}:${id}`)),
    ...theirs.flatMap(({ id }) => rowOf.get(id) ?? []),
  ];
  await incidents.raw.deleteMany({ _id: { $in: subjects.map((each) => key(each)) } });
};
