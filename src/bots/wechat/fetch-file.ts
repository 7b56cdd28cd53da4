import type { Readable } from 'node:stream';
import { readFileRef } from './message-media';
import { WechatOutage, whyOf } from './wechat-error';
import { highDefinition, type WechatPuppet } from './wechat.puppet';
import { withinTime } from './within-time';

interface FetchNeeds {
  readonly puppet: () => WechatPuppet;
  readonly down: () => number;
}

const DOWNLOAD_MS = 60_000;

const readAtMost = async (stream: Readable, maxBytes: number): Promise<Buffer | null> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > maxBytes) return null;
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
};

/** Null when it is larger than wanted, or never was; throws when it cannot be had now. */
export const fetchFile = async (
  { puppet, down }: FetchNeeds,
  ref: string,
  maxBytes: number,
): Promise<Buffer | null> => {
  const named = readFileRef(ref);
  if (named === null) return null;
  if (down() > 0) throw new WechatOutage('WeChat is away');
  const { message, kind } = named;
  const load = async (): Promise<Buffer | null> => {
    const file =
      kind === 'image' ? await puppet().messageImage(message, highDefinition) : await puppet().messageFile(message);
    return readAtMost(await file.toStream(), maxBytes);
  };
  try {
    return await withinTime(load(), DOWNLOAD_MS);
  } catch (error) {
    throw new WechatOutage(`a file could not be had: ${whyOf(error)}`);
  }
};
