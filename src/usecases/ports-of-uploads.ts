/** What a file is by its bytes, whatever it is called; the chat says the same of one that came there. */
export type PhotoRefusal = 'type' | 'size' | 'broken';

/** The platform of what comes through a form of the board. */
export const boardPlatform = 'board';

/** Photos of a form, as they came, until they are fetched and kept like those of a chat. */
export interface Uploads {
  /** The name under which it is fetched, or why it is not taken. */
  keep(bytes: Buffer): Promise<{ readonly ref: string } | PhotoRefusal>;
  read(ref: string): Promise<Buffer | null>;
  /** It is kept as a photo now, or never will be. */
  remove(ref: string): Promise<void>;
  /** What nobody came for: the form was sent twice, or refused. */
  removeOld(): Promise<void>;
}
