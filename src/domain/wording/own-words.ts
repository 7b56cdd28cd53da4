import type { Speaker } from './speaker-port';

/** Marks of the private use area: nobody types them, and clean text has none. */
const open = '\uE000';
const close = '\uE001';
const marked = (text: string): string => `${open}${text}${close}`;

/** The same voice, in which names and people's own words are marked: these are shown as they are, in any script. */
export const markOwnWords = (speaker: Speaker): Speaker => ({
  ...speaker,
  name: (person) => marked(speaker.name(person)),
  words: (ids) => marked(speaker.words(ids)),
  masked: (ids) => marked(speaker.masked(ids)),
  group: (chat) => marked(speaker.group(chat)),
});

/** Converts what is Linli's own, and takes the marks away. */
export const convertBeside = (text: string, convert: (text: string) => string): string =>
  text
    .split(open)
    .map((part, index) => {
      if (index === 0) return convert(part);
      const [own = '', ...rest] = part.split(close);
      return own + convert(rest.join(''));
    })
    .join('');
