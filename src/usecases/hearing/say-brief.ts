import type { Community, Person } from '../../domain/community/community';
import { hasRole } from '../../domain/community/may';
import type { Spoken } from '../../domain/wording/params';
import { briefSpans } from '../../domain/figures/brief-spans';
import type { Share, Span } from '../../domain/figures/figures';
import type { InboundAnswer, InboundMessage } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';
import { answerPerson, heard, sayBecauseOf } from './answer-person';

interface Asked {
  readonly person: Person;
  readonly community: Community;
}

const none: Share = { count: 0, of: 0 };

const complaintsOfResidents = async ({ figures }: EnginePorts, span: Span, community: Community): Promise<number> =>
  (await figures.complaints(span, community)).reduce((sum, { residents }) => sum + residents, 0);

const brief = async (ports: EnginePorts, community: Community): Promise<Spoken> => {
  const at = ports.clock.now().toISOString();
  const { today, month, before } = briefSpans(at, community.calendar.timeZone);
  const [standing, [row], now, then] = await Promise.all([
    ports.figures.standing(today, at, community),
    ports.figures.rates(month, 'all', at, community),
    complaintsOfResidents(ports, month, community),
    complaintsOfResidents(ports, before, community),
  ]);
  const { response = none, onTime = none, solved = none, satisfied = none } = row ?? {};
  return {
    wording: 'figures.brief',
    params: {
      ...standing,
      at,
      rates: { response, onTime, solved, satisfied },
      complaints: { now, before: then },
    },
  };
};

/** `简报`, for those who work here: where it was asked among them, in private otherwise. Null: not theirs to ask. */
export const sayBrief = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, community }: Asked,
): Promise<InboundAnswer | null> => {
  if (!hasRole(person, ['staff', 'director'])) return null;
  const spoken = await brief(ports, community);
  if (inbound.chat.purpose === 'staff')
    await sayBecauseOf(ports, inbound, [
      { to: { chat: inbound.chat.id }, key: spoken.wording, urgency: 'prompt', ...spoken },
    ]);
  else await answerPerson(ports, inbound, spoken);
  return heard('简报');
};
