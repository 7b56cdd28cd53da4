import type { PersonId } from '../ids';
import type { Nothing } from './nothing';

/** What is said when somebody says too much, or is not to be heard for a while. */
export interface BanParams {
  'flood.slow': Nothing;
  'ban.done': { person: PersonId; banned: boolean };
  'ban.told': Nothing;
  'ban.lifted-told': Nothing;
  /** `count`: how many the words may mean. */
  'ban.which': { count: number };
  'ban.colleague': { person: PersonId };
  'ban.needs-reason': Nothing;
}
