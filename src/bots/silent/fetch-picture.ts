const fetchMs = 15_000;

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

/** The picture of a request that another system posted. */
export const fetchPicture = async (ref: string, maxBytes: number): Promise<Buffer | null> => {
  // The address stands on its key's list; where it would lead on to does not.
  const response = await fetch(ref, { redirect: 'error', signal: AbortSignal.timeout(fetchMs) });
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok || response.body === null) throw new Error(`the picture's host answered ${response.status}`);
  return readUpTo(response.body, maxBytes);
};
