import { numberOfMatter, type ChatId } from '../../domain/ids';
import type { Chats, People, Photos } from '../ports';
import type { JobSubject } from '../ports-of-operations';

export interface NamePorts {
  readonly chats: Pick<Chats, 'byId'>;
  readonly people: Pick<People, 'byIds'>;
  readonly photos: Pick<Photos, 'byIds'>;
}

/** As directors know it: a group by its title, somebody's private chat by their name, a matter by its number. */
export type NamedSubject =
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'private'; readonly name: string }
  | { readonly kind: 'matter'; readonly number: number | null; readonly isTicket: boolean; readonly photo: boolean };

/** The chats of messages and jobs, each asked for once. */
export const nameChats = async (
  { chats, people }: Pick<NamePorts, 'chats' | 'people'>,
  ids: readonly ChatId[],
): Promise<ReadonlyMap<ChatId, NamedSubject>> => {
  const found = await Promise.all([...new Set(ids)].map((id) => chats.byId(id)));
  const known = found.filter((chat) => chat !== null);
  const names = new Map(
    (await people.byIds(known.flatMap(({ person }) => person ?? []))).map(({ id, name }) => [id, name]),
  );
  return new Map(
    known.map(({ id, kind, title, person }) => [
      id,
      kind === 'group' ? { kind, title } : { kind, name: names.get(person ?? '') ?? title },
    ]),
  );
};

/** What each job is there for; null: nobody knows (any more). */
export const nameJobs = async <J extends { readonly of: JobSubject | null }>(
  ports: NamePorts,
  jobs: readonly J[],
): Promise<readonly (J & { readonly named: NamedSubject | null })[]> => {
  const subjects = jobs.flatMap(({ of }) => of ?? []);
  const [chats, photos] = await Promise.all([
    nameChats(
      ports,
      subjects.flatMap((of) => (of.kind === 'chat' ? [of.chat] : [])),
    ),
    ports.photos.byIds(subjects.flatMap((of) => (of.kind === 'photo' ? [of.photo] : []))),
  ]);
  const matters = new Map(photos.map(({ id, matter }) => [id, matter]));
  const nameOf = (of: JobSubject): NamedSubject | null => {
    switch (of.kind) {
      case 'chat':
        return chats.get(of.chat) ?? null;
      case 'matter': {
        const { kind, number } = of.matter;
        return { kind: 'matter', number, isTicket: kind === 'ticket', photo: false };
      }
      case 'photo': {
        const number = numberOfMatter(matters.get(of.photo) ?? '');
        return { kind: 'matter', number, isTicket: number !== null, photo: true };
      }
    }
  };
  return jobs.map((job) => ({ ...job, named: job.of === null ? null : nameOf(job.of) }));
};
