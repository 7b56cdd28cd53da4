import { addMinutes } from '../../domain/calendar/local-time';
import type { Person } from '../../domain/community/community';
import type { MatterId, PersonId } from '../../domain/ids';
import { mostFollowed } from '../../domain/ticket/following/follow-ticket';
import { Ticket } from '../../domain/ticket/ticket';
import { commandTicket } from '../deciding/command-ticket';
import type { EnginePorts } from '../ports-of-engine';

const atOnce = 20;
const dayMinutes = 24 * 60;
/** More open matters than anybody has. */
const mostOpen = 500;

/** Page by page (who was two may follow more than one may) until nothing new is found: one that does not end holds nobody up. */
const unfollowAll = async (ports: EnginePorts, by: Person): Promise<void> => {
  const seen = new Set<MatterId>();
  const next = async () =>
    (await ports.matters.find({ kind: 'ticket', follower: by.id, limit: mostFollowed })).filter(
      ({ ref }) => !seen.has(ref.id),
    );
  for (let page = await next(); page.length > 0; page = await next())
    for (const { ref } of page) {
      seen.add(ref.id);
      const cause = `erasure:${by.id}:unfollow:${ref.id}`;
      await commandTicket(ports, cause, ref.id, { kind: 'unfollow', by }, { words: [], photos: [] });
    }
};

/** What nobody has taken is withdrawn; what somebody works on goes on, and keeps its words until it is done. */
const endOwnMatters = async (ports: EnginePorts, id: PersonId): Promise<readonly string[]> => {
  const by = await ports.people.byId(id);
  const whole = (await ports.selves.aliases()).get(id);
  const find = () => ports.matters.find({ person: whole ?? id, open: true, limit: mostOpen });
  if (by === null) return [];
  // Found to be somebody else, who wished nothing: what is open goes on, and keeps its words until it is done.
  if (whole !== undefined) return (await find()).map(({ ref }) => ref.id);
  for (const { ref, state } of await find()) {
    const ticket = ref.kind === 'ticket' ? Ticket.parse(state) : null;
    if (ticket?.reporters[0]?.person === id)
      await commandTicket(
        ports,
        `erasure:${id}:${ref.id}`,
        ref.id,
        { kind: 'withdraw', by },
        { words: [], photos: [] },
      );
  }
  await unfollowAll(ports, by);
  return (await find()).map(({ ref }) => ref.id);
};

/** Those whose days for second thoughts are over. Each step may be done again; the note of it comes last. */
export const createRunErasures = (ports: EnginePorts) => async (): Promise<number> => {
  const now = ports.clock.now().toISOString();
  const due = await ports.privacy.due(now, atOnce);
  for (const person of due) {
    const spared = await endOwnMatters(ports, person);
    const what = await ports.privacy.erase(person, spared);
    await ports.privacy.erased(person, now, what, spared.length > 0 ? addMinutes(now, dayMinutes) : null);
    ports.log.info({ person, ...what, open: spared.length }, 'a person was erased, as they wished');
  }
  return due.length;
};
