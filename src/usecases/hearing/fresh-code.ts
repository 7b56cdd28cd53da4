import { codeOf, drawnDigits } from '../../domain/rewards/code';
import { codeGuardId } from '../../domain/rewards/place-order';
import type { EnginePorts } from '../ports-of-engine';

/** A code that stands for nothing yet, with the guard that will say what it stands for. */
export const freshCode = async ({ drawDigits, matters }: Pick<EnginePorts, 'drawDigits' | 'matters'>) => {
  for (;;) {
    const code = codeOf(drawDigits(drawnDigits));
    const [guard] = await matters.guards([codeGuardId(code)]);
    if (guard?.value === null) return { code, guard };
  }
};
