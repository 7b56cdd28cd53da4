import type { MediaSource } from '../../usecases/inbound';
import type { TelegramMessage } from './telegram.update';

type File = NonNullable<TelegramMessage['document']>;

const source = (kind: MediaSource['kind'], file: Pick<File, 'file_id' | 'file_size'>, mime: string | null) => ({
  platform: 'telegram',
  ref: file.file_id,
  kind,
  mime,
  bytes: file.file_size ?? null,
});

const imageName = /\.(?:jpe?g|png|webp|avif|heic|heif)$/i;

/** A picture sent as a file keeps its place; other files are no photos. Some apps know the type of no picture. */
const isImage = ({ mime_type: mime = 'application/octet-stream', file_name: name = '' }: File): boolean =>
  mime.startsWith('image/') || (mime === 'application/octet-stream' && imageName.test(name));

const areaOf = ({ width, height }: { readonly width: number; readonly height: number }): number => width * height;

/** The largest size of a photo, a picture sent as a file, a voice. */
export const mediaOf = ({ photo, document, voice }: TelegramMessage): readonly MediaSource[] => {
  const largest = photo?.reduce((one, other) => (areaOf(other) < areaOf(one) ? one : other));
  return [
    ...(largest ? [source('photo', largest, 'image/jpeg')] : []),
    ...(document && isImage(document) ? [source('document', document, document.mime_type ?? null)] : []),
    ...(voice ? [source('voice', voice, voice.mime_type ?? 'audio/ogg')] : []),
  ];
};
