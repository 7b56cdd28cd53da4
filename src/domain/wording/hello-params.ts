import type { AreaId, ChatId, Moment, PersonId } from '../ids';
import type { Role } from '../community/community';
import type { Nothing } from './nothing';

/** People and groups, when they come. */
export interface HelloParams {
  'hello.private': { name: PersonId; roles: readonly Role[] };
  'hello.group-unbound': Nothing;
  /** The platform hides what is said there, and photos, from the bot. */
  'hello.group-deaf': Nothing;
  'hello.group-bound': { purpose: 'residents' | 'riders' | 'volunteers' | 'staff'; area: AreaId };
  'hello.bind-ask': {
    chat: ChatId;
    title: string;
    code: string;
    purpose: 'residents' | 'riders' | 'volunteers' | 'staff';
    area: AreaId;
  };
  'hello.code-wrong': Nothing;
  'hello.role-bound': { role: Role; area: AreaId };
  'hello.invite-how': Nothing;
  'hello.invite-director': Nothing;
  'hello.invite-code': { code: string; role: Role | 'group'; area: AreaId; until: Moment };
}
