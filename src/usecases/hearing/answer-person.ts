import type { Say, SpokenSay } from '../../domain/decision';
import type { Spoken } from '../../domain/wording/params';
import { draftSays } from '../deciding/commit-decision';
import type { Inbound, InboundAnswer, NotDone } from '../inbound';
import type { EnginePorts } from '../ports-of-engine';

/** Nothing was meant for Linli. */
export const silence = (...why: readonly string[]): InboundAnswer => ({ notice: null, why, silent: true });

/** Something was done or said. */
export const heard = (...why: readonly string[]): InboundAnswer => ({ notice: null, why, silent: false });

/** What was wished for is done by the answer itself, and no matter changed. */
export const answered = (...why: readonly string[]): InboundAnswer => ({ ...heard(...why), came: 'answered' });

/** It was not done, and the person hears why and what to do next. */
export const notDone = (came: NotDone, ...why: readonly string[]): InboundAnswer => ({ ...heard(...why), came });

/** The message came before; what it asked for was done then. */
export const heardBefore = heard('这条消息来过了，没有重复做');

/** Says something because of a message, outside any decision; once, however often the message comes. */
export const sayBecauseOf = async (ports: EnginePorts, inbound: Inbound, says: readonly Say[]): Promise<void> => {
  const drafts = await draftSays(says, { ref: null, version: 0, scope: inbound.key }, ports);
  await ports.wakeUps.drain(await ports.outbox.add(drafts));
};

/** Answers the person in private; where that cannot be, the group is asked, by mention, to write first. */
export const answerPerson = async (
  ports: EnginePorts,
  inbound: Inbound,
  spoken: Spoken,
  extras: Partial<Pick<SpokenSay, 'question' | 'choices' | 'photos' | 'key'>> = {},
): Promise<void> => {
  const say: Say = {
    to: { person: inbound.sender.person },
    key: spoken.wording,
    urgency: 'prompt',
    ...extras,
    ...(inbound.chat.kind === 'group' ? { fallbackChat: inbound.chat.id } : {}),
    ...spoken,
  };
  await sayBecauseOf(ports, inbound, [say]);
};
