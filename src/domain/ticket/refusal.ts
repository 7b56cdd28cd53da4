import type { AreaId, Moment, PersonId } from '../ids';
import type { PartLine } from '../wording/joint-params';
import type { Spoken } from '../wording/params';
import type { MeetingBar } from './convening/meeting';
import type { MergeBar, UnmergeBar } from './merging/merge-bars';
import type { SearchBar } from './searching/search-bars';
import type { PartBar } from './joining/part';
import type { WayBar } from './ways/way';
import { headOf, saidState } from './telling/ticket-card';
import type { Ticket } from './ticket';

/** What people ask of a ticket, as the refusals name it. */
export type Verb =
  | '采纳'
  | '计划'
  | '不采纳'
  | '接'
  | '退'
  | '办结'
  | '转'
  | '等'
  | '继续'
  | '上报'
  | '留言'
  | '问报的人'
  | '我负责'
  | '加人'
  | '误报'
  | '没有危险'
  | '解除'
  | '撤回'
  | '补充'
  | '还没好'
  | '好了'
  | '选类别'
  | '并'
  | '拆开'
  | '即办'
  | '代办'
  | '陪办'
  | '上门办'
  | '改约'
  | '取消预约'
  | '通过'
  | '驳回'
  | '督办'
  | '派'
  | '裁定'
  | '联'
  | '撤联'
  | '已联系家属'
  | '已报110'
  | '交接'
  | '感谢'
  | '认人'
  | '家属'
  | '看号码'
  | '召集'
  | '纪要'
  | '齐了'
  | '还缺'
  | '找人'
  | '扩大'
  | '看到了'
  | '线索'
  | '找到了'
  | '联系人'
  | '告知'
  | '绿色通道'
  | '关注';

/** Why not, with what the person needs to know to do better. */
export type TicketRefusal =
  | { readonly kind: 'already-claimed'; readonly owner: PersonId; readonly at: Moment }
  | { readonly kind: 'role'; readonly verb: Verb }
  | { readonly kind: 'state'; readonly verb: Verb }
  | { readonly kind: 'needs-words'; readonly verb: Verb }
  | { readonly kind: 'needs-reason'; readonly verb: Verb }
  | { readonly kind: 'person-unknown'; readonly verb: Verb }
  | { readonly kind: 'meeting'; readonly why: MeetingBar }
  /** Everybody of that desk is away. */
  | { readonly kind: 'desk-empty'; readonly desk: AreaId }
  | { readonly kind: 'already-assigned'; readonly by: PersonId; readonly at: Moment }
  /** It was ruled: no more to and fro. */
  | { readonly kind: 'ruled'; readonly verb: Verb }
  | { readonly kind: 'own-work'; readonly verb: Verb }
  /** Outside the community: to whom was it sent? */
  | { readonly kind: 'needs-destination' }
  | { readonly kind: 'too-late-to-withdraw' }
  | { readonly kind: 'not-asked' }
  /** Whether somebody is in danger is not in doubt any more. */
  | { readonly kind: 'no-doubt'; readonly danger: boolean; readonly emergencyNumber: string }
  /** Only suggestions are taken up or planned. */
  | { readonly kind: 'no-suggestion'; readonly verb: Verb }
  /** It was not said how somebody was told. */
  | { readonly kind: 'needs-telling' }
  /** Not one of the reasons for the green channel. */
  | { readonly kind: 'green'; readonly reasons: readonly string[] }
  /** It needs no papers. */
  | { readonly kind: 'no-papers'; readonly verb: Verb }
  /** It is not done while its papers are missing. */
  | { readonly kind: 'papers' }
  | { readonly kind: 'merge'; readonly why: MergeBar | UnmergeBar; readonly other: number }
  /** Nobody of that number was shown. */
  | { readonly kind: 'no-candidate' }
  /** Staff said already whether it may stand in a group. */
  | { readonly kind: 'thanks-judged' }
  | { readonly kind: 'way'; readonly why: WayBar }
  | { readonly kind: 'search'; readonly why: SearchBar }
  /** `parts`: those that stand in the way; `desks`: whom one could ask. */
  | {
      readonly kind: 'part';
      readonly why: PartBar;
      readonly parts: readonly PartLine[];
      readonly desks: readonly AreaId[];
    }
  /** They follow so many already. */
  | { readonly kind: 'follows-enough'; readonly most: number }
  /** Said the same as if the number did not exist. */
  | { readonly kind: 'not-found' };

/** The refusal as it is said; `not-found` is the caller's, who knows the person's own list. */
export const sayRefusal = (ticket: Ticket, refusal: Exclude<TicketRefusal, { kind: 'not-found' }>): Spoken => {
  const head = headOf(ticket);
  switch (refusal.kind) {
    case 'already-claimed':
      return { wording: 'ticket.already-claimed', params: { ...head, owner: refusal.owner, at: refusal.at } };
    case 'no-candidate':
      return { wording: 'ticket.no-candidate', params: head };
    case 'thanks-judged':
      return { wording: 'ticket.thanks-known', params: head };
    case 'role':
      return { wording: 'refused.role', params: { ...head, verb: refusal.verb } };
    case 'state':
      return { wording: 'refused.state', params: { ...head, verb: refusal.verb, state: saidState(ticket) } };
    case 'needs-words':
      return { wording: 'refused.needs-words', params: { ...head, verb: refusal.verb } };
    case 'needs-reason':
      return { wording: 'refused.needs-reason', params: { ...head, verb: refusal.verb } };
    case 'person-unknown':
      return { wording: 'refused.person-unknown', params: { ...head, verb: refusal.verb } };
    case 'meeting':
      return { wording: 'refused.meeting', params: { ...head, why: refusal.why } };
    case 'desk-empty':
      return { wording: 'refused.desk-empty', params: { ...head, desk: refusal.desk } };
    case 'already-assigned':
      return { wording: 'refused.already-assigned', params: { ...head, by: refusal.by, at: refusal.at } };
    case 'ruled':
      return { wording: 'refused.ruled', params: { ...head, verb: refusal.verb } };
    case 'own-work':
      return { wording: 'refused.own-work', params: { ...head, verb: refusal.verb } };
    case 'needs-destination':
      return { wording: 'refused.needs-destination', params: head };
    case 'too-late-to-withdraw':
      return { wording: 'refused.too-late-to-withdraw', params: { ...head, owner: ticket.claimedBy } };
    case 'no-suggestion':
      return { wording: 'refused.no-suggestion', params: { ...head, verb: refusal.verb } };
    case 'not-asked':
      return { wording: 'refused.not-asked', params: head };
    case 'no-doubt':
      return {
        wording: 'refused.no-doubt',
        params: { ...head, danger: refusal.danger, emergencyNumber: refusal.emergencyNumber },
      };
    case 'needs-telling':
      return { wording: 'refused.needs-telling', params: head };
    case 'green':
      return { wording: 'refused.green', params: { ...head, reasons: refusal.reasons } };
    case 'no-papers':
      return { wording: 'refused.no-papers', params: { ...head, verb: refusal.verb } };
    case 'papers':
      return { wording: 'refused.papers', params: { ...head, papers: ticket.papers?.listed ?? [] } };
    case 'search':
      return {
        wording: 'refused.search',
        params: { number: ticket.number, why: refusal.why, owner: ticket.claimedBy },
      };
    case 'way':
      return { wording: 'refused.way', params: { ...head, why: refusal.why } };
    case 'part':
      return {
        wording: 'refused.part',
        params: { ...head, why: refusal.why, parts: refusal.parts, desks: refusal.desks },
      };
    case 'follows-enough':
      return { wording: 'refused.follows-enough', params: { number: ticket.number, most: refusal.most } };
    case 'merge':
      return { wording: 'refused.merge', params: { ...head, why: refusal.why, other: refusal.other } };
  }
};
