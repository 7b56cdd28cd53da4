import type { Community, Person, SpokenLanguage } from './community';

/** What somebody is spoken to in: as they said, else as the pack says of them, else as the community speaks. */
export const languageOf = (
  person: Pick<Person, 'language' | 'speaks'> | null,
  { language = 'zh' }: Pick<Community, 'language'>,
): SpokenLanguage => person?.speaks ?? (person?.language === 'en' ? 'en' : language);
