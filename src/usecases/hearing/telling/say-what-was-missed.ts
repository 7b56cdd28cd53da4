import type { Inbound } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';

/** What is older is not said any more: it would only confuse. */
const daysKept = 3;

/** A person who could not be written to has opened the private chat: what waited is said now. */
export const sayWhatWasMissed = async (ports: EnginePorts, inbound: Inbound): Promise<void> => {
  const { id } = inbound.chat;
  await ports.incidents.close(`unreachable:${inbound.sender.person}`);
  const revived = await ports.outbox.revive(id, new Date(Date.now() - daysKept * 86_400_000));
  if (revived > 0) await ports.wakeUps.drain([{ chat: id, urgency: 'prompt' }]);
};
