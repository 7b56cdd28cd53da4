import type { Community, Person } from '../../../domain/community/community';
import type { MatterId } from '../../../domain/ids';
import type { Place } from '../../../domain/ticket/ticket';
import type { InboundMessage } from '../../inbound';
import { keepWords } from '../keep-parts';
import type { WordsDocument } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { placeOf } from './read-place';
import { read } from '../said';

interface Setting {
  readonly person: Person;
  readonly community: Community;
}

/** Where somebody was seen: a location that was sent, else the place that the words name. */
export const leadFrom = (
  ports: EnginePorts,
  inbound: InboundMessage,
  text: string,
  { person, community }: Setting,
  matter: MatterId,
): { readonly place: Place; readonly words: readonly WordsDocument[] } => {
  if (inbound.location) {
    const { lat, lng } = inbound.location;
    const spot = `定位 ${lat.toFixed(5)},${lng.toFixed(5)}`;
    const words = keepWords(ports, spot, matter, person.id, ports.clock.now().toISOString());
    return { place: { area: null, words: words?.id ?? null }, words: words ? [words] : [] };
  }
  const reading = text === '' ? null : read(ports, inbound, text, community);
  return placeOf(ports, reading?.place ?? null, matter, person, community);
};
