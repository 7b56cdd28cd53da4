import { createReadStream } from 'node:fs';

const isUtf8 = async (file: string): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    const invalid =
      typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    if (invalid) return false;
    throw error;
  }
};

/** The text of a file, piece by piece: UTF-8, or else as Chinese spreadsheets save it (GB 18030, which holds GBK). */
export async function* decodeText(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder((await isUtf8(file)) ? 'utf-8' : 'gb18030');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
