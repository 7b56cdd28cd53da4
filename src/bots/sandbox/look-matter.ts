import { seenTicket, type LookTicketNeeds } from './look-ticket';
import { seenTopic } from './look-topic';

/** What has this number, with its history and what time will still do to it. Null: nothing has. */
export const seenMatter = async (number: number, needs: LookTicketNeeds): Promise<object | null> => {
  const stored = await needs.matters.byNumber(number);
  return stored?.ref.kind === 'topic' ? seenTopic(stored.state, needs) : seenTicket(number, needs);
};
