import type { Platform, SendOutcome } from '../../usecases/ports';

/** What is said there goes nowhere. A question has nobody who could answer it. */
const heardBy = (choices: number): SendOutcome =>
  choices === 0 ? { kind: 'sent', as: [] } : { kind: 'unreachable', why: 'there is nobody to ask', byNature: true };

/**
 * People who are on no platform: `open311`, on whose behalf another system reports (it asks how far its requests are),
 * `erased`, who wished to be forgotten; and `board`, through whose forms only photos come.
 */
export const createSilentPlatform = (
  name: 'open311' | 'erased' | 'board',
  pictures: Pick<Platform, 'fetch' | 'letGo'> = { fetch: () => Promise.resolve(null) },
): Platform => ({
  name,
  capabilities: {
    // So that a question comes with its choices, and is known for one.
    buttons: true,
    edits: true,
    removes: true,
    redacts: true,
    maxText: 4096,
    perSecond: 10_000,
    perChatPerSecond: 10_000,
    perGroupPerMinute: 100_000,
  },
  send: ({ choices }) => Promise.resolve(heardBy(choices.length)),
  edit: () => Promise.resolve({ kind: 'sent', as: [] }),
  remove: () => Promise.resolve({ kind: 'removed' }),
  redact: () => Promise.resolve({ kind: 'sent', as: [] }),
  ...pictures,
});
