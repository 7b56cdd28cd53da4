import type { Community } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { briefSpans } from '../../../domain/figures/brief-spans';
import { everything } from '../../../domain/figures/figures';
import type { SpokenOf } from '../../../domain/wording/params';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { complaintsOfResidents, ratesOf } from './count-figures';
import { answerAmongStaff, namedInChat } from './answer-among-staff';

const brief = async (ports: EnginePorts, community: Community): Promise<SpokenOf<'figures.brief'>> => {
  const at = ports.clock.now().toISOString();
  const { today, month, before } = briefSpans(at, community.calendar.timeZone);
  const [standing, [row], now, then] = await Promise.all([
    ports.figures.standing(today, at, community),
    ports.figures.rates(month, 'all', at, community),
    complaintsOfResidents(ports, month, community, everything),
    complaintsOfResidents(ports, before, community, everything),
  ]);
  return {
    wording: 'figures.brief',
    params: { ...standing, at, rates: ratesOf(row), complaints: { now, before: then } },
  };
};

/** `简报`, for those who work here: where it was asked among them, in private otherwise. Null: not theirs to ask. */
export const sayBrief = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, community }: Setting,
): Promise<InboundAnswer | null> => {
  if (!hasRole(person, ['staff', 'director'])) return null;
  const { wording, params } = await brief(ports, community);
  const top = namedInChat(inbound.chat, community, params.top);
  await answerAmongStaff(ports, inbound, { wording, params: { ...params, top } });
  return heard('简报');
};
