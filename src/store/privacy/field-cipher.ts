import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** What a sealed field says when it is opened; a wrong key is an answer, not a crash. */
export type Opened =
  | { readonly kind: 'open'; readonly text: string }
  /** Sealed with a key that this process does not have. */
  | { readonly kind: 'other-key' }
  /** Changed since it was sealed, or moved to another document. */
  | { readonly kind: 'damaged' };

/** Seals single fields of documents. `place` names document and field: a sealed text opens nowhere else. */
export interface FieldCipher {
  /** Null: there is no key. */
  seal(text: string, place: string): string | null;
  open(sealed: string, place: string): Opened;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Names a key without telling it; stands before what the key sealed, so that keys can change. */
export const keyIdOf = (key: Buffer): string => createHash('sha256').update(key).digest('base64url').slice(0, 8);

/** The id of the key that a field was sealed with. */
export const keyIdIn = (sealed: string): string => sealed.split('.', 1)[0] ?? '';

const sealWith = (key: Buffer, text: string, place: string): string => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${keyIdOf(key)}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
};

const openWith = (key: Buffer, sealed: string, place: string): Opened => {
  const bytes = Buffer.from(sealed.slice(keyIdIn(sealed).length + 1), 'base64url');
  if (bytes.length < ivBytes + tagBytes) return { kind: 'damaged' };
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return { kind: 'open', text: text.toString('utf8') };
  } catch {
    return { kind: 'damaged' };
  }
};

/** The first key seals; all of them open. */
export const createFieldCipher = (keys: readonly Buffer[]): FieldCipher => {
  const [current] = keys;
  const byId = new Map(keys.map((key) => [keyIdOf(key), key]));
  return {
    seal: (text, place) => (current === undefined ? null : sealWith(current, text, place)),
    open: (sealed, place) => {
      const key = byId.get(keyIdIn(sealed));
      return key === undefined ? { kind: 'other-key' } : openWith(key, sealed, place);
    },
  };
};
