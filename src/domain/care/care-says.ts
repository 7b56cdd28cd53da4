import type { Community } from '../community/community';
import type { Say, SpokenSay } from '../decision';
import type { PersonId } from '../ids';
import type { Spoken } from '../wording/params';
import { visitDue } from './care-clock';
import type { CareFile } from './care-file';
import { colourOf, coloursOf } from './care-policy';

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

/** What a message needs to speak of somebody; the words are opened when it is sent. */
export const namedIn = (file: CareFile, community: Community) => ({
  number: file.number,
  colour: colourOf(coloursOf(community), file.colour),
  name: file.details.name,
});

export const fileIn = (file: CareFile, community: Community) => ({
  ...namedIn(file, community),
  ...{ born: file.details.born, home: file.details.home, looks: file.details.looks },
  ...{ contact: file.contact, seenAt: file.seenAt, next: visitDue(file, community) },
});

/** In private, to each of these people. */
export const careSays = (
  people: readonly PersonId[],
  key: string,
  spoken: Spoken,
  extras: Extras = {},
): readonly Say[] =>
  [...new Set(people)].map((person) => ({ to: { person }, key, urgency: 'ordinary', ...extras, ...spoken }));

export const answers = (person: PersonId, key: string, spoken: Spoken): readonly Say[] =>
  careSays([person], key, spoken, { urgency: 'prompt' });
