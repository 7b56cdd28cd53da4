import { Ticket } from '../../domain/ticket/ticket';
import { ticketCard } from '../../domain/ticket/telling/ticket-card';
import { activityCard } from '../../domain/volunteering/activity-card';
import { Activity } from '../../domain/volunteering/activity';
import type { CardSay, ChoiceId, Say, SpokenSay } from '../../domain/decision';
import type { PhotoId } from '../../domain/ids';
import { languageOf } from '../../domain/community/language-of';
import type { Spoken } from '../../domain/wording/params';
import type { DeliveryPorts } from './delivery-ports';
import type { ChatRecord, Outgoing, OutboxRow, Platform } from '../ports';
import { isHiddenCard } from './hidden-card';
import { fillingOf } from './filling-of';
import { refsOf, renderSay } from './render-say';

export type Content = Spoken & { readonly choices: readonly ChoiceId[]; readonly photos: readonly PhotoId[] };

export const isCard = (say: Say): say is CardSay => say.card !== undefined;

export const cardContent = async (row: OutboxRow, say: CardSay, ports: DeliveryPorts): Promise<Content | null> => {
  const stored = row.matter && (await ports.matters.load<unknown>(row.matter.id));
  if (!stored) return null;
  if (stored.ref.kind === 'activity')
    return activityCard(Activity.parse(stored.state), ports.clock.now().toISOString());
  const [ticket, community] = [Ticket.parse(stored.state), await ports.communities.current()];
  return isHiddenCard(ticket, say, community) ? null : ticketCard(ticket, say.card, community, row.person);
};

export const spokenContent = (say: SpokenSay): Content => ({
  ...say,
  choices: say.choices ?? [],
  photos: say.photos ?? [],
});

/** Words are as they were said, but for what must be found out when it is sent. */
const contentNow = async (row: OutboxRow, say: SpokenSay, ports: DeliveryPorts): Promise<Content | null> => {
  const filling = fillingOf(row, say, ports);
  if (filling === null) return spokenContent(say);
  const filled = await filling;
  return filled && { ...filled, choices: [], photos: [] };
};

/** Text and choices, in the recipient's language; names and words are looked up now, so that what was erased is gone. */
export const speak = async (
  row: OutboxRow,
  content: Content,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
) => {
  const refs = refsOf(content);
  const { standsFor } = row.say;
  // Where it is said decides what may be said there, whomever it is meant for.
  const to = chat.kind === 'group' ? { chat: chat.id } : { person: chat.person ?? row.person ?? '' };
  const [community, listener, people, words] = await Promise.all([
    ports.communities.current(),
    chat.person === null ? null : ports.people.byId(chat.person),
    ports.people.byIds(standsFor === undefined ? refs.people : [...refs.people, standsFor]),
    ports.words.byIds(refs.words),
  ]);
  const spoken = languageOf(listener, community);
  return renderSay(
    { ...content, to, ...(standsFor === undefined || content.wording === 'duty.morning' ? {} : { standsFor }) },
    {
      community,
      language: spoken === 'en' ? 'en' : 'zh',
      ...(spoken === 'zh-Hant' ? { convert: await ports.toTraditional() } : {}),
      now: ports.clock.now().toISOString(),
      capabilities: platform.capabilities,
      names: new Map(people.map(({ id, name }) => [id, name])),
      words: new Map(words.map(({ id, text }) => [id, text])),
    },
  );
};

const numberOf = (row: OutboxRow, { params }: Spoken): number | null =>
  row.matter?.number ?? ('number' in params ? params.number : null);

export const outgoing = async (
  row: OutboxRow,
  content: Content,
  chat: ChatRecord,
  platform: Platform,
  ports: DeliveryPorts,
): Promise<Outgoing> => ({
  id: row.id,
  chat,
  ...(await speak(row, content, chat, platform, ports)),
  photos: [],
  replyTo: row.say.replyTo ?? null,
  number: numberOf(row, content),
});

/** What the row says now; null: nothing any more. */
export const contentOf = (row: OutboxRow, ports: DeliveryPorts): Promise<Content | null> =>
  isCard(row.say) ? cardContent(row, row.say, ports) : contentNow(row, row.say, ports);
