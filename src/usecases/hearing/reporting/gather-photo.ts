import {
  addPhotos,
  foldGathering,
  openGathering,
  type Gathering,
  type GatheringEvent,
} from '../../../domain/gathering/gathering';
import type { Community, Person } from '../../../domain/community/community';
import { decision, type MatterRef } from '../../../domain/decision';
import { heard } from '../answer-person';
import { commandTicket } from '../../deciding/command-ticket';
import { commitDecision } from '../../deciding/commit-decision';
import { untilCommitted } from '../../deciding/until-committed';
import { gatheringsFor, ofAlbum, ticketJustReported } from './find-gathering';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import { keepPhotos, photoIds } from '../keep-parts';
import type { Stored } from '../../ports';
import type { EnginePorts } from '../../ports-of-engine';
import { roleIn } from '../speaking';

interface Setting {
  readonly person: Person;
  readonly community: Community;
}

const begin = (ports: EnginePorts, inbound: InboundMessage, { person, community }: Setting) => {
  const id = `gathering-${ports.newId()}`;
  const photos = keepPhotos(ports, inbound, id);
  const opened = openGathering(
    {
      at: ports.clock.now().toISOString(),
      id,
      by: person.id,
      role: roleIn(inbound.chat, person),
      chat: inbound.chat.id,
      group: inbound.chat.kind === 'group' ? inbound.chat.id : null,
      album: inbound.album,
      asksForWords: inbound.chat.purpose === 'riders' || inbound.chat.kind === 'private',
      photos: photoIds(photos),
    },
    community.policy,
  );
  return { ref: { kind: 'gathering', id, number: null } as MatterRef, version: 0, state: null, photos, event: opened };
};

const add = (ports: EnginePorts, inbound: InboundMessage, stored: Stored<Gathering>, { community }: Setting) => {
  const photos = keepPhotos(ports, inbound, stored.ref.id);
  const event = addPhotos(photoIds(photos), ports.clock.now().toISOString(), community.policy);
  return { ref: stored.ref, version: stored.version, state: stored.state, photos, event };
};

/** Photos that come soon after the words still join the report. */
const join = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  ticket: string,
  person: Person,
): Promise<InboundAnswer> => {
  const photos = keepPhotos(ports, inbound, ticket);
  const outcome = await commandTicket(
    ports,
    inbound.key,
    ticket,
    { kind: 'supplement', by: person, words: [], photos: photoIds(photos), quietly: true },
    { words: [], photos },
  );
  return heard(outcome.kind === 'refused' ? '这件事已经办完，照片没有并进去' : '跟着刚才那句话的照片，并进同一件事');
};

/** A photo without words waits for them. */
export const gatherPhoto = (ports: EnginePorts, inbound: InboundMessage, setting: Setting): Promise<InboundAnswer> =>
  untilCommitted(`photo ${inbound.key}`, async () => {
    const found = ofAlbum(await gatheringsFor(ports, inbound), inbound.album);
    const ticket = found ? found.state.ticket : await ticketJustReported(ports, inbound, setting.community);
    if (ticket) return join(ports, inbound, ticket, setting.person);
    const part = found ? add(ports, inbound, found, setting) : begin(ports, inbound, setting);
    const events: readonly GatheringEvent[] = [part.event];
    const outcome = await commitDecision(
      {
        cause: inbound.key,
        matter: part.ref,
        expectedVersion: part.version,
        decision: decision({ events }),
        state: foldGathering(part.state, events),
        words: [],
        photos: part.photos,
      },
      setting.community,
      ports,
    );
    return outcome.kind === 'conflict' ? null : heard('照片先留着，等后面的话');
  });
