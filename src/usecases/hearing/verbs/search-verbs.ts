import type { PersonId } from '../../../domain/ids';
import type { TicketCommand } from '../../../domain/ticket/ticket-command';
import { handlerRoles } from '../../../domain/ticket/working/handler-roles';
import { hasRole } from '../../../domain/community/may';
import { idsOf, photoIds } from '../keep-parts';
import { leadFrom } from '../reporting/lead-from';
import { seenLast } from '../reporting/seen-last';
import type { Asked, VerbMeaning } from './verb-meaning';

/** `找人 #102 七十多岁，红外套，9点在东门`: what the person looks like. */
export const search: VerbMeaning = {
  command: ({ person: by, ports, said, photos }) => ({
    kind: 'search',
    by,
    words: said?.id ?? null,
    photos: photoIds(photos),
    lostAt: said === null ? null : seenLast(said.text, ports.clock.now().toISOString()),
  }),
};

/** `扩大 #102`, `扩大 #102 先不`. */
export const widen: VerbMeaning = {
  command: ({ person: by, typed }) => ({ kind: 'widen', by, yes: !/不|暂缓|等等/u.test(typed.rest), circle: null }),
};

const lead = (asked: Asked, kind: 'lead' | 'found'): TicketCommand => {
  const { person: by, ports, inbound, community, ticket, said, photos } = asked;
  const place = leadFrom(ports, inbound, said?.text ?? '', { person: by, community }, ticket.id);
  asked.keeps(place.words);
  const group = inbound.chat.kind === 'group' ? inbound.chat.id : null;
  return { kind, by, place: place.place, words: idsOf([said]), photos: photoIds(photos), group };
};

/** `看到了 #102 东门`. `线索 #102` with nothing behind it lists them, to those who look. */
export const sighting: VerbMeaning = {
  onSearch: true,
  command: (asked) => {
    const { person: by, typed, said, photos, inbound } = asked;
    const bare = said === null && photos.length === 0 && inbound.location === null;
    return bare && typed.word === '线索' && hasRole(by, handlerRoles) ? { kind: 'leads', by } : lead(asked, 'lead');
  },
};

/** `找到了 #102`. */
export const found: VerbMeaning = { onSearch: true, command: (asked) => lead(asked, 'found') };

/** "刘建国 女儿": the first word may be the name of somebody who is known here; "报的人" is whoever reported. */
const memberNamed = async ({ ports, ticket, typed }: Asked): Promise<PersonId | null> => {
  const name = typed.rest.replace(/^(?:是|给)\s*/u, '').split(/[\s，,、:：（(]+/u)[0] ?? '';
  if (/^(?:报的人|报事人|本人)$/u.test(name)) return ticket.reporters[0]?.person ?? null;
  const known = name === '' ? [] : await ports.people.byName(name);
  return known.length === 1 ? (known[0]?.id ?? null) : null;
};

/** `联系人 #102 刘建国 女儿`. */
export const family: VerbMeaning = {
  handlers: true,
  command: async (asked) => ({
    kind: 'link-family',
    by: asked.person,
    person: await memberNamed(asked),
    words: asked.said?.id ?? null,
  }),
};
