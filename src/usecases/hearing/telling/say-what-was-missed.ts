import type { Inbound } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';

/** What is older is not said any more: it would only confuse. */
const daysKept = 3;

/** A person who could not be written to writes: what waited is said now. */
export const sayWhatWasMissed = async (ports: EnginePorts, { chat, sender }: Inbound): Promise<void> => {
  const revived = await ports.outbox.revive(chat.id, new Date(Date.now() - daysKept * 86_400_000));
  if (revived === 0) return;
  await ports.incidents.close(`unreachable:${sender.person}`);
  await ports.wakeUps.drain([{ chat: chat.id, urgency: 'prompt' }]);
};

/** The private chat was opened: nothing stands in the way any more, also where nothing was missed. */
export const reachedAgain = async (ports: EnginePorts, inbound: Inbound): Promise<void> => {
  await ports.incidents.close(`unreachable:${inbound.sender.person}`);
  await sayWhatWasMissed(ports, inbound);
};
