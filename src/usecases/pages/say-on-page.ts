import type { Spoken } from '../../domain/wording/params';
import type { Language } from '../../domain/wording/say-moment';
import type { Clock, Communities, People, Words } from '../ports';
import { refsOf, renderSay } from '../sending/render-say';

export interface SayOnPagePorts {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly people: Pick<People, 'byIds'>;
  readonly words: Pick<Words, 'byIds'>;
}

/** The words that a private chat would hear, for a page. */
export const sayOnPage = async (
  ports: SayOnPagePorts,
  spoken: Spoken,
  person: string,
  language: Language,
): Promise<string> => {
  const community = await ports.communities.current();
  const refs = refsOf(spoken);
  const [people, words] = await Promise.all([ports.people.byIds(refs.people), ports.words.byIds(refs.words)]);
  const context = {
    ...{ community, language, now: ports.clock.now().toISOString() },
    capabilities: { buttons: false, maxText: 2000 },
    names: new Map(people.map(({ id, name }) => [id, name])),
    words: new Map(words.map(({ id, text }) => [id, text])),
  };
  return renderSay({ ...spoken, to: { person } }, context).text;
};
