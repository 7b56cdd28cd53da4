import type { ChoiceId, Recipient } from '../../domain/decision';
import type { PersonId, WordsId } from '../../domain/ids';
import { choiceLabel } from '../../domain/wording/choice-labels';
import { en } from '../../domain/wording/en';
import type { Catalogue, Speaker, Spoken, SpokenOf, WordingKey } from '../../domain/wording/params';
import type { Language } from '../../domain/wording/say-moment';
import { convertBeside, markOwnWords } from '../../domain/wording/own-words';
import { makeSpeaker, type Surroundings } from '../../domain/wording/speaker';
import { zh } from '../../domain/wording/zh';
import type { Capabilities } from '../ports';

/** A say, or a card's content, with the one it is for. */
export type Renderable = Spoken & {
  readonly to: Recipient;
  readonly choices?: readonly ChoiceId[];
  readonly standsFor?: PersonId;
};

/** What was looked up for the message, and what its platform can show. */
export type RenderContext = Omit<Surroundings, 'inGroup'> & {
  readonly capabilities: Pick<Capabilities, 'buttons' | 'maxText'>;
  /** Another script for what is Linli's own; names and people's words are left as they are. */
  readonly convert?: (text: string) => string;
};

export interface Rendered {
  readonly text: string;
  /** Buttons; none where a platform has none: then the text says what to type. */
  readonly choices: readonly { readonly id: ChoiceId; readonly label: string }[];
}

const catalogues: Readonly<Record<Language, Catalogue>> = { zh, en };

const speak = <K extends WordingKey>(say: SpokenOf<K>, catalogue: Catalogue, speaker: Speaker): string =>
  catalogue[say.wording](say.params, speaker);

/** Messages that one text may fill; the adapters cut between sentences. */
const mostParts = 4;

/** A text that would fill more of them loses its middle, never its first line nor the next step at its end. */
const fit = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  let kept = lines
    .slice(0, -1)
    .join('\n')
    .slice(0, Math.max(0, most - last.length - 3));
  // Half of a character that takes two units is no character.
  if (/[\uD800-\uDBFF]$/.test(kept)) kept = kept.slice(0, -1);
  return `${kept}…\n${last}`.slice(0, most);
};

/** Makes the text and the buttons of one message. Escapes nothing: what needs escaping is the platform's to know. */
export const renderSay = (say: Renderable, context: RenderContext): Rendered => {
  const { community, language, capabilities } = context;
  const { convert } = context;
  const voice = makeSpeaker({ ...context, inGroup: 'chat' in say.to });
  const speaker = convert ? markOwnWords(voice) : voice;
  const inScript = (text: string): string => (convert ? convertBeside(text, convert) : text);
  return {
    text: fit(
      inScript(
        (say.standsFor === undefined
          ? ''
          : `${catalogues[language]['duty.stands-for']({ person: say.standsFor }, speaker)}\n`) +
          speak(say, catalogues[language], speaker),
      ),
      capabilities.maxText * mostParts,
    ),
    choices: capabilities.buttons
      ? (say.choices ?? []).map((id) => ({ id, label: inScript(choiceLabel(id, community, language)) }))
      : [],
  };
};

export interface Refs {
  readonly people: readonly PersonId[];
  readonly words: readonly WordsId[];
}

/** The people and words that a message speaks of, to be loaded before it is rendered: found by letting it speak. */
export const refsOf = (say: Spoken): Refs => {
  const people = new Set<PersonId>();
  const words = new Set<WordsId>();
  const listen = (ids: readonly WordsId[]): string => {
    for (const id of ids) words.add(id);
    return '';
  };
  const listener: Speaker = {
    name: (person) => {
      people.add(person);
      return '';
    },
    words: listen,
    masked: listen,
    place: (place) => {
      if (place.words !== null) words.add(place.words);
      return '';
    },
    area: () => '',
    group: () => '',
    moment: () => '',
    time: () => '',
    date: () => '',
    day: () => '',
    clock: () => '',
    span: () => '',
    category: () => '',
    role: () => '',
  };
  speak(say, zh, listener);
  speak(say, en, listener);
  return { people: [...people], words: [...words] };
};
