import type { MatterId, PhotoId } from '../domain/ids';

export type VoiceType =
  | 'audio/ogg'
  | 'audio/mpeg'
  | 'audio/wav'
  | 'audio/mp4'
  | 'audio/webm'
  | 'audio/silk'
  | 'audio/amr'
  | 'application/octet-stream';

export interface VoiceListed {
  readonly id: PhotoId;
  /** False: no browser plays what it is; it is saved and heard elsewhere. */
  readonly plays: boolean;
}

export interface VoiceFile {
  readonly bytes: Buffer;
  readonly type: VoiceType;
  /** How the name of such a file ends. */
  readonly ending: string;
  readonly plays: boolean;
}

/** What was spoken, kept as it came. What it is shows in its bytes, whatever the platform called it. */
export interface Voices {
  /** The voices that came with a matter and are kept, the oldest first. */
  voicesOf(matter: MatterId): Promise<readonly VoiceListed[]>;
  /** As browsers play it, where that can be made of it; null where it is none, or is gone. */
  readVoice(id: PhotoId): Promise<VoiceFile | null>;
}
