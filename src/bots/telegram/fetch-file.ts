import { z } from 'zod';
import { TelegramOutage, TelegramRefusal, type TelegramApi } from './telegram.api';

const File = z.object({ file_path: z.string().optional(), file_size: z.number().optional() });

/** A 400 for good, not "temporarily unavailable". */
const isGone = (error: unknown): boolean =>
  error instanceof TelegramRefusal && error.code === 400 && !/temporarily/i.test(error.description);

const locate = async (api: TelegramApi, ref: string): Promise<z.infer<typeof File> | null> => {
  try {
    return File.parse(await api.call('getFile', { file_id: ref }));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
};

/** Null when it is gone or larger than wanted; throws when it cannot be had now. */
export const fetchFile = async (api: TelegramApi, ref: string, maxBytes: number): Promise<Buffer | null> => {
  const file = await locate(api, ref);
  if (file === null || (file.file_size ?? 0) > maxBytes) return null;
  if (file.file_path === undefined) throw new TelegramOutage('Telegram named no path for the file');
  return api.download(file.file_path, maxBytes);
};
