import type { AreaId, Moment, PersonId, WordsId } from '../ids';
import type { RoleGrant, Role } from '../community/community';
import type { LateNeed } from '../notices/late-need';
import type { Nothing } from './nothing';

/** What Linli can do, what it keeps, and that a person comes. */
export interface HelpParams {
  'help.list': { roles: readonly Role[] };
  /** What is kept on a person; `open`: numbers of matters under way. */
  'help.my-data': {
    name: PersonId;
    roles: readonly RoleGrant[];
    building: AreaId | null;
    open: readonly number[];
    points: number;
  };
  /** `from`: when somebody is there again; null: now. */
  'help.person': { areaName: string; from: Moment | null };
  'help.person-again': { areaName: string };
  'help.person-told': { name: PersonId; words: readonly WordsId[] };
  'help.not-understood': Nothing;
  /** A message that was edited into words to be acted on. */
  'help.edit-unheard': Nothing;
  'help.please-write-first': { name: PersonId };
  /** Above several messages that are one, in a group that heard much. */
  'help.several': { count: number };
  'help.photo-needs-words': Nothing;
  'help.photo-refused': { why: 'type' | 'size' | 'broken' };
  'help.too-long': { kept: number };
  /**
   * After an outage: since when, and how many matters ran late. `needs`: what still wants somebody; of many only the
   * first numbers are named.
   */
  'help.caught-up': {
    from: Moment;
    count: number;
    needs: readonly { readonly need: LateNeed; readonly count: number; readonly numbers: readonly number[] }[];
    undelivered: number;
  };
}
