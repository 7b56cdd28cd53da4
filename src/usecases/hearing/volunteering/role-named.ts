import type { Activity } from '../../../domain/volunteering/activity';

/** The sort of work that the words name ("报名 #123 搬运"). */
export const roleNamed = ({ plan }: Activity, words: string): string | null =>
  plan.roles.find(({ name }) => words.includes(name))?.name ?? null;
