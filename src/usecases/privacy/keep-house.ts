import { createApplyRetention } from './apply-retention';
import { createRunErasures } from './run-erasures';
import type { EnginePorts } from '../ports-of-engine';

/** What a sweep does beside matters and messages: who wished to be forgotten is, and what was kept long enough goes. */
export const createKeepHouse = (ports: EnginePorts) => {
  const runErasures = createRunErasures(ports);
  const applyRetention = createApplyRetention(ports);
  return async (): Promise<void> => {
    await runErasures();
    await applyRetention();
    await ports.uploads.removeOld();
  };
};
