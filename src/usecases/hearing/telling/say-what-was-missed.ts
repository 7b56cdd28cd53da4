import type { Inbound } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';

/** What is older is not said any more: it would only confuse. */
const daysKept = 3;

/** A person who could not be written to writes: what waited is said now. */
export const sayWhatWasMissed = async (ports: EnginePorts, { chat, sender }: Inbound): Promise<void> => {
  const [revived] = await Promise.all([
    ports.outbox.revive(chat.id, new Date(Date.now() - daysKept * 86_400_000)),
    // Also where nothing waited: to somebody without an account nothing was even kept.
    ports.incidents.close(`unreachable:${sender.person}`),
  ]);
  if (revived === 0) return;
  await ports.wakeUps.drain([{ chat: chat.id, urgency: 'prompt' }]);
};
