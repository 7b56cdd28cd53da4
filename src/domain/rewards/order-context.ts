import type { Community } from '../community/community';
import type { Moment } from '../ids';

export interface OrderContext {
  readonly now: Moment;
  readonly community: Community;
}
