import type { MediaSource } from '../../usecases/inbound';
import { messageTypes, type MessagePayload } from './wechat.puppet';

/** How a file is asked for: a picture has a method of its own. */
export type FileKind = 'image' | 'file';

const letters = { image: 'i', file: 'f' } as const;

export const fileRef = (kind: FileKind, message: string): string => `${letters[kind]}:${message}`;

export const readFileRef = (ref: string): { readonly kind: FileKind; readonly message: string } | null => {
  const [, letter, message] = /^([if]):(.+)$/.exec(ref) ?? [];
  return message === undefined ? null : { kind: letter === 'i' ? 'image' : 'file', message };
};

const imageName = /\.(jpe?g|png|webp|avif|heic|heif)$/i;

/** A picture, a picture sent as a file (it keeps its place), a voice; other files are none. */
export const mediaOf = ({ id, type, filename }: MessagePayload): readonly MediaSource[] => {
  const source = (kind: MediaSource['kind'], as: FileKind, mime: string | null): MediaSource => ({
    platform: 'wechat',
    ref: fileRef(as, id),
    kind,
    mime,
    bytes: null,
  });
  switch (type) {
    case messageTypes.image:
      return [source('photo', 'image', 'image/jpeg')];
    case messageTypes.audio:
      return [source('voice', 'file', null)];
    case messageTypes.attachment:
      return imageName.test(filename) ? [source('document', 'file', null)] : [];
    default:
      return [];
  }
};
