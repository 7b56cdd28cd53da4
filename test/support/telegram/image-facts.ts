export interface ImageSize {
  width: number;
  height: number;
}

const startsWith = (bytes: Buffer, signature: string): boolean =>
  bytes.subarray(0, signature.length).toString('latin1') === signature;

interface Segment {
  marker: number;
  start: number;
  end: number;
}

/** The segments of a JPEG up to its picture data. */
const jpegSegments = (bytes: Buffer): Segment[] => {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xda) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    segments.push({ marker, start: at, end });
    at = end;
  }
  return segments;
};

const isFrame = ({ marker }: Segment): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpegSize = (bytes: Buffer): ImageSize | undefined => {
  const frame = jpegSegments(bytes).find(isFrame);
  if (!frame || frame.start + 9 > bytes.length) return undefined;
  return { height: bytes.readUInt16BE(frame.start + 5), width: bytes.readUInt16BE(frame.start + 7) };
};

const webpSize = (bytes: Buffer): ImageSize | undefined => {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
};

/** Width and height from the header; nothing when this is no picture Telegram would take. */
export const imageSize = (given: Uint8Array): ImageSize | undefined => {
  const bytes = Buffer.from(given);
  if (startsWith(bytes, '\xff\xd8')) return jpegSize(bytes);
  if (bytes.length < 30) return undefined;
  if (startsWith(bytes, '\x89PNG')) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (startsWith(bytes, 'GIF8')) return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  return startsWith(bytes, 'RIFF') ? webpSize(bytes) : undefined;
};

/** A photo sent as a photo loses what the camera wrote (EXIF, XMP, comments), as on Telegram. */
export const withoutMetadata = (given: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(given);
  if (!startsWith(bytes, '\xff\xd8')) return given;
  const dropped = jpegSegments(bytes).filter(({ marker }) => marker === 0xe1 || marker === 0xed || marker === 0xfe);
  if (dropped.length === 0) return given;
  let from = 0;
  const kept = dropped.map(({ start, end }) => {
    const part = bytes.subarray(from, start);
    from = end;
    return part;
  });
  return new Uint8Array(Buffer.concat([...kept, bytes.subarray(from)]));
};
