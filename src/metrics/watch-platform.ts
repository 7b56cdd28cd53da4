import type { Platform, SendOutcome } from '../usecases/ports';
import type { Meters } from './meters';

/** Counts each call of a platform by its answer; a throw counts as failed, and goes on. */
export const watchPlatform = (platform: Platform, { sends, sendSeconds }: Meters): Platform => {
  const watched = async <O extends { readonly kind: SendOutcome['kind'] | 'removed' | 'stands' }>(
    call: () => Promise<O>,
  ): Promise<O> => {
    const end = sendSeconds.startTimer({ platform: platform.name });
    try {
      const outcome = await call();
      sends.inc({ platform: platform.name, outcome: outcome.kind });
      return outcome;
    } catch (error) {
      sends.inc({ platform: platform.name, outcome: 'failed' });
      throw error;
    } finally {
      end();
    }
  };
  return {
    name: platform.name,
    get capabilities() {
      return platform.capabilities;
    },
    send: (message) => watched(() => platform.send(message)),
    edit: (message, as) => watched(() => platform.edit(message, as)),
    remove: (chat, as) => watched(() => platform.remove(chat, as)),
    redact: (message, as) => watched(() => platform.redact(message, as)),
    fetch: (ref, maxBytes) => platform.fetch(ref, maxBytes),
    letGo: async (ref) => platform.letGo?.(ref),
  };
};
