import type { Activity, Claim } from '../../../domain/volunteering/activity';
import type { People, Words } from '../../ports';

/** A name as it is compared: without blanks, marks and emoji, in one width. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the words name this person: "王芳", "6栋王芳", "王芳（带工具）". */
export const isNamed = (words: string, name: string): boolean => {
  const [said, known] = [plainName(words), plainName(name)];
  return known !== '' && (said === known || (known.length > 1 && said.includes(known)));
};

export interface NamedClaim {
  readonly claim: Claim;
  readonly name: string;
}

/** Everybody on the list with the name that they go by; guests by the words that named them. */
export const namesOnList = async (
  ports: { readonly people: Pick<People, 'byIds'>; readonly words: Pick<Words, 'byIds'> },
  { claims }: Activity,
): Promise<readonly NamedClaim[]> => {
  const [people, words] = await Promise.all([
    ports.people.byIds([...new Set(claims.map(({ person }) => person))]),
    ports.words.byIds(claims.flatMap(({ guest }) => guest ?? [])),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const guests = new Map(words.map(({ id, text }) => [id, text]));
  return claims.map((claim) => ({
    claim,
    name: (claim.guest === null ? names.get(claim.person) : guests.get(claim.guest)) ?? '',
  }));
};
