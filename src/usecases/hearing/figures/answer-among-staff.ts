import type { Community } from '../../../domain/community/community';
import type { CategoryId } from '../../../domain/community/category';
import type { Spoken } from '../../../domain/wording/params';
import type { InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, sayBecauseOf } from '../answer-person';

type Chat = InboundMessage['chat'];

/** Of some categories no group ever hears, not even a count. */
export const isForPrivate = (category: CategoryId | null, { categories }: Community): boolean =>
  categories.some(({ id, card }) => id === category && card === 'never');

/** Counts by category as far as they are named in this chat. */
export const namedInChat = <Counted extends { readonly category: CategoryId | null }>(
  chat: Chat,
  community: Community,
  counted: readonly Counted[],
): readonly Counted[] =>
  chat.kind === 'private' ? counted : counted.filter(({ category }) => !isForPrivate(category, community));

/** Where it was asked, among those who work here; in private otherwise. */
export const answerAmongStaff = async (ports: EnginePorts, inbound: InboundMessage, spoken: Spoken): Promise<void> => {
  if (inbound.chat.purpose !== 'staff') return answerPerson(ports, inbound, spoken);
  await sayBecauseOf(ports, inbound, [
    { to: { chat: inbound.chat.id }, key: spoken.wording, urgency: 'prompt', ...spoken },
  ]);
};
