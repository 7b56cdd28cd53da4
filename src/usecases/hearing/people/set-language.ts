import type { Person, SpokenLanguage } from '../../../domain/community/community';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';

/** `语言 繁体`: from this answer on. */
export const setLanguage = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  language: SpokenLanguage,
  person: Person,
): Promise<InboundAnswer> => {
  await ports.people.speakTo(person.id, language);
  await answerPerson(ports, inbound, { wording: 'self.language', params: {} });
  return heard('换了说话的语言');
};
