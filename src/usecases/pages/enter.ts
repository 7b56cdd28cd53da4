import type { Person } from '../../domain/community/community';
import type { Clock, Words } from '../ports';
import type { Computers, Links, Sessions } from '../ports-of-pages';

export interface EnterPorts {
  readonly links: Links;
  readonly sessions: Sessions;
  readonly clock: Clock;
}

/** A link to sign in with is good for so long. */
const linkMinutes = 10;

/**
 * An address that signs this person in once, in one browser, within ten minutes, and leads to one of our own paths.
 * Earlier ones open nothing any more.
 */
export const makeSignInLink = async (
  { links, clock }: Pick<EnterPorts, 'links' | 'clock'>,
  person: Person['id'],
  to: string,
): Promise<{ readonly path: string; readonly id: string; readonly until: string }> => {
  await links.end(person, 'sign-in');
  const until = new Date(clock.now().getTime() + linkMinutes * 60_000).toISOString();
  const { token, id } = await links.make({ purpose: 'sign-in', person, about: to, until, once: true });
  return { path: `/in/${token}`, id, until };
};

/** Uses the link up and opens a session; null: it opens nothing (any more). */
export const enterByLink = async (
  { links, sessions, clock }: EnterPorts,
  token: string,
  device: string,
): Promise<{ readonly token: string; readonly to: string } | null> => {
  const link = await links.take(token, 'sign-in', clock.now().toISOString());
  if (!link) return null;
  const session = await sessions.open(link.person, device);
  return { token: session.token, to: link.about ?? '/board' };
};

export interface ComputerPorts {
  readonly computers: Computers;
  readonly sessions: Sessions;
  readonly clock: Clock;
}

/** A computer asks to be let in: six digits to be said from a telephone, and a secret that stays with it. */
export const awaitAdmission = (
  { computers, clock }: ComputerPorts,
  device: string,
): Promise<{ readonly code: string; readonly secret: string }> => {
  const now = clock.now();
  const until = new Date(now.getTime() + linkMinutes * 60_000).toISOString();
  return computers.wait({ device, since: now.toISOString(), until });
};

/** Opens a session on the computer that was admitted. */
export const enterAdmitted = async (
  { computers, sessions, clock }: ComputerPorts,
  secret: string,
  device: string,
): Promise<{ readonly token: string } | 'waiting' | null> => {
  const admitted = await computers.admitted(secret, clock.now().toISOString());
  if (admitted === null || admitted === 'waiting') return admitted;
  const { token } = await sessions.open(admitted.person, device);
  return { token };
};

/** An address that stands in a message is kept sealed, so that the database tells it to nobody. */
export const keepAddress = async (
  words: Words,
  link: { readonly id: string; readonly path: string },
  person: Person['id'],
  at: string,
  publicUrl: string,
): Promise<string> => {
  const id = `link-${link.id}`;
  await words.keep({ id, matter: id, by: person, text: `${publicUrl}${link.path}`, at, sealed: true });
  return id;
};
