import type { VoiceFile } from '../../usecases/ports-of-voices';

export type VoiceKind = Pick<VoiceFile, 'type' | 'ending'> & {
  /** `decoded`: once it was made a WAV. */
  readonly heard: 'played' | 'decoded' | 'elsewhere';
};

/** So many bytes of the beginning are enough. */
export const kindBytes = 16;

const says = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.subarray(at, at + text.length).toString('latin1') === text;

const isFrameOfMpeg = ([first = 0, second = 0]: Buffer): boolean => first === 0xff && (second & 0xe6) === 0xe2;
const isWebm = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]));

/** WeChat writes a byte before silk's own first ones; its telephones of old, and other puppets, sent AMR. */
const kinds: readonly (VoiceKind & { readonly is: (bytes: Buffer) => boolean })[] = [
  { type: 'audio/ogg', ending: 'ogg', heard: 'played', is: (bytes) => says(bytes, 0, 'OggS') },
  { type: 'audio/mpeg', ending: 'mp3', heard: 'played', is: (bytes) => says(bytes, 0, 'ID3') || isFrameOfMpeg(bytes) },
  {
    type: 'audio/wav',
    ending: 'wav',
    heard: 'played',
    is: (bytes) => says(bytes, 0, 'RIFF') && says(bytes, 8, 'WAVE'),
  },
  { type: 'audio/mp4', ending: 'm4a', heard: 'played', is: (bytes) => says(bytes, 4, 'ftyp') },
  { type: 'audio/webm', ending: 'webm', heard: 'played', is: isWebm },
  {
    ...{ type: 'audio/silk', ending: 'silk', heard: 'decoded' },
    is: (bytes) => says(bytes, 0, '#!SILK_V3') || says(bytes, 1, '#!SILK_V3'),
  },
  { type: 'audio/amr', ending: 'amr', heard: 'elsewhere', is: (bytes) => says(bytes, 0, '#!AMR') },
];

/** By its first bytes; what we don't name here is handed out as a file and nothing else. */
export const voiceKindOf = (bytes: Buffer): VoiceKind =>
  kinds.find(({ is }) => is(bytes)) ?? { type: 'application/octet-stream', ending: 'bin', heard: 'elsewhere' };
