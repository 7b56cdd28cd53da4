import { inLogContext } from '../log-context';
import type { Engine } from '../usecases/engine';
import type { Inbound, InboundAnswer } from '../usecases/inbound';
import type { Meters } from './meters';

const handle = async (engine: Engine, inbound: Inbound, meters: Meters): Promise<InboundAnswer> => {
  const labels = { platform: inbound.chat.platform, kind: inbound.kind };
  const end = meters.inboundSeconds.startTimer(labels);
  try {
    const answer = await engine.handle(inbound);
    meters.inbound.inc({ ...labels, outcome: answer.silent ? 'silent' : 'heard' });
    return answer;
  } catch (error) {
    meters.inbound.inc({ ...labels, outcome: 'failed' });
    throw error;
  } finally {
    end();
  }
};

/** Counts what comes in and what falls due; each line logged on the way says for what. */
export const watchEngine = <E extends Engine>(engine: E, meters: Meters): E => ({
  ...engine,
  handle: (inbound: Inbound) => inLogContext({ message: inbound.key }, () => handle(engine, inbound, meters)),
  tick: (matter, known) =>
    inLogContext({ matter: matter.id }, async () => {
      const outcome = await engine.tick(matter, known);
      meters.ticks.inc({ matter: matter.kind, outcome });
      return outcome;
    }),
  drain: (chat) => inLogContext({ chat }, () => engine.drain(chat)),
});
