import type { Platform, SendOutcome } from '../../usecases/ports';

const fetchMs = 15_000;

/** What is said there goes nowhere. A question has nobody who could answer it. */
const heardBy = (choices: number): SendOutcome =>
  choices === 0 ? { kind: 'sent', as: [] } : { kind: 'unreachable', why: 'there is nobody to ask', byNature: true };

const readUpTo = async (body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Buffer | null> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.byteLength;
    if (bytes > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const fetchPicture = async (ref: string, maxBytes: number): Promise<Buffer | null> => {
  // The address stands on its key's list; where it would lead on to does not.
  const response = await fetch(ref, { redirect: 'error', signal: AbortSignal.timeout(fetchMs) });
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok || response.body === null) throw new Error(`the picture's host answered ${response.status}`);
  return readUpTo(response.body, maxBytes);
};

/**
 * People who are on no platform: `open311`, on whose behalf another system reports (it asks how far its requests are, and
 * its pictures are fetched), and `erased`, who wished to be forgotten.
 */
export const createSilentPlatform = (name: 'open311' | 'erased'): Platform => ({
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
  fetch: (ref, maxBytes) => (name === 'open311' ? fetchPicture(ref, maxBytes) : Promise.resolve(null)),
});
