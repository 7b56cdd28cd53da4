import type { Outgoing, Platform, SendOutcome } from '../ports';

/**
 * Messages of ours are deleted; what the platform does not delete is put out of sight behind these words. `sent` names
 * what stands replaced: nothing where all of it is gone.
 */
export const takeBack = async (message: Outgoing, as: readonly string[], platform: Platform): Promise<SendOutcome> => {
  const { removes, redacts } = platform.capabilities;
  const removed = removes
    ? await platform.remove(message.chat, as)
    : ({ kind: 'stands', why: 'the platform takes nothing back', left: as } as const);
  if (removed.kind === 'removed') return { kind: 'sent', as: [] };
  if (removed.kind !== 'stands') return removed;
  return redacts ? platform.redact(message, removed.left) : { kind: 'refused', why: removed.why };
};
