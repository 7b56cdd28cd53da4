import { badRequest } from './api-error';
import { imageSize, withoutMetadata } from './image-facts';
import type { UploadedFile } from './request-params';
import type { WireDocument, WireFile, WirePhotoSize, WireVoice } from './wire';

interface Shelved {
  bytes: Uint8Array;
  path: string;
  wire: WireFile;
}

/** A bot can fetch at most 20 MB. */
const LARGEST_DOWNLOAD_BYTES = 20 * 1024 * 1024;
const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024;
const THUMBNAIL_PIXELS = 90;

/** The files of the emulated cloud, found by file_id or by path. */
export class FileShelf {
  private readonly byId = new Map<string, Shelved>();
  private readonly byPath = new Map<string, Shelved>();
  private readonly photos = new Map<string, WirePhotoSize[]>();
  private count = 0;

  private shelve(bytes: Uint8Array, folder: string, extension: string): WireFile {
    this.count += 1;
    const file_id = `AgACAgUAAxkBAAI${this.count}-emulated-file-id-${folder}`;
    const wire = { file_id, file_unique_id: `AQAD${this.count}`, file_size: bytes.length };
    const shelved = { bytes, path: `${folder}/file_${this.count}.${extension}`, wire };
    this.byId.set(file_id, shelved);
    this.byPath.set(shelved.path, shelved);
    return wire;
  }

  /** Sizes from small to large; the small one keeps the bytes of the large, for there is no scaler here. */
  addPhoto(given: Uint8Array): WirePhotoSize[] {
    const bytes = withoutMetadata(given);
    const { width, height } = imageSize(bytes) ?? { width: 800, height: 600 };
    const scale = Math.min(1, THUMBNAIL_PIXELS / Math.max(width, height));
    const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const sizes = [
      { ...this.shelve(bytes, 'photos', 'jpg'), ...small },
      { ...this.shelve(bytes, 'photos', 'jpg'), width, height },
    ];
    for (const { file_id } of sizes) this.photos.set(file_id, sizes);
    return sizes;
  }

  /** What a bot uploads as a photo must be one. */
  addBotPhoto({ bytes }: UploadedFile): WirePhotoSize[] {
    if (bytes.length === 0) throw badRequest('file must be non-empty');
    if (bytes.length > LARGEST_PHOTO_BYTES) {
      throw badRequest(
        `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${LARGEST_PHOTO_BYTES} bytes`,
      );
    }
    const size = imageSize(bytes);
    if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
    const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
    if (short + long > 10_000 || long > short * 20) throw badRequest('PHOTO_INVALID_DIMENSIONS');
    return this.addPhoto(bytes);
  }

  addDocument({ bytes, name, mime }: UploadedFile): WireDocument {
    const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? 'bin';
    return { ...this.shelve(bytes, 'documents', extension), file_name: name, mime_type: mime };
  }

  addVoice(bytes: Uint8Array, duration: number): WireVoice {
    return { ...this.shelve(bytes, 'voice', 'oga'), duration, mime_type: 'audio/ogg' };
  }

  photo(fileId: string): WirePhotoSize[] | undefined {
    return this.photos.get(fileId);
  }

  document(fileId: string): WireFile | undefined {
    return this.byId.get(fileId)?.wire;
  }

  bytes(fileId: string): Uint8Array | undefined {
    return this.byId.get(fileId)?.bytes;
  }

  bytesAt(path: string): Uint8Array | undefined {
    return this.byPath.get(path)?.bytes;
  }

  /** getFile: the path under which the bytes can be fetched. */
  locate(fileId: string): WireFile {
    const found = this.byId.get(fileId);
    if (!found) throw badRequest('invalid file_id');
    if (found.bytes.length > LARGEST_DOWNLOAD_BYTES) throw badRequest('file is too big');
    return { ...found.wire, file_path: found.path };
  }
}
