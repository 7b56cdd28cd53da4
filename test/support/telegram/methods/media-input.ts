import { badRequest } from '../api-error';
import { captionOf, type CaptionSource } from '../formatted-text';
import type { UploadedFile } from '../request-params';
import { asRecord } from '../request-params';
import type { WireContent, WireDocument, WirePhotoSize } from '../wire';
import type { BotCall } from './bot-method';

/** A file is uploaded under its own name, under `attach://name`, or named by a file_id. */
const uploadedFile = ({ params }: BotCall, field: string, value: string): UploadedFile | undefined => {
  if (!value.startsWith('attach://')) return params.file(field);
  const file = params.file(value.slice('attach://'.length));
  if (!file) throw badRequest(`can't find attached file "${value.slice('attach://'.length)}"`);
  return file;
};

const refuseOther = (value: string, what: string): Error => {
  if (value === '') return badRequest(`there is no ${what} in the request`);
  if (/^https?:/.test(value)) return badRequest('failed to get HTTP URL content');
  return badRequest('wrong remote file identifier specified: Wrong string length');
};

export const photoFrom = (call: BotCall, field: string, value: string): WirePhotoSize[] => {
  const file = uploadedFile(call, field, value);
  if (file) return call.world.files.addBotPhoto(file);
  const known = call.world.files.photo(value);
  if (!known) throw refuseOther(value, 'photo');
  return known;
};

export const documentFrom = (call: BotCall, field: string, value: string): WireDocument => {
  const file = uploadedFile(call, field, value);
  if (file) return call.world.files.addDocument(file);
  const known = call.world.files.document(value);
  if (!known) throw refuseOther(value, 'document');
  return known;
};

export const captioned = (source: CaptionSource): WireContent => {
  const { text, entities } = captionOf(source);
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
};

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** One InputMedia, of an album or of an edit. */
export const mediaFrom = (call: BotCall, given: unknown): WireContent => {
  const media = asRecord(given);
  if (!media) throw badRequest("can't parse InputMedia: expected an Object");
  const value = asText(media['media']) ?? '';
  const caption = captioned({
    caption: asText(media['caption']),
    parseMode: asText(media['parse_mode']),
    entities: media['caption_entities'],
  });
  switch (media['type']) {
    case 'photo':
      return { photo: photoFrom(call, '', value), ...caption };
    case 'document':
      return { document: documentFrom(call, '', value), ...caption };
    default:
      throw badRequest("can't parse InputMedia: type must be one of photo, document");
  }
};
