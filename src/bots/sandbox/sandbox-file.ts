/** Kinds of file by their first bytes; what a sender claims is not believed. */
const kinds = [
  { extension: 'jpg', mime: 'image/jpeg', begins: 'ffd8ff' },
  { extension: 'png', mime: 'image/png', begins: '89504e470d0a1a0a' },
  { extension: 'gif', mime: 'image/gif', begins: '47494638' },
  { extension: 'webp', mime: 'image/webp', begins: '52494646' },
  { extension: 'pdf', mime: 'application/pdf', begins: '25504446' },
  { extension: 'ogg', mime: 'audio/ogg', begins: '4f676753' },
] as const;

const unknown = { extension: 'bin', mime: 'application/octet-stream' } as const;

/** What a browser may show as it is. */
const shown: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

export interface SandboxFile {
  /** The store's id. */
  readonly id: string;
  readonly bytes: number;
  readonly mime: string;
}

export const mimeOf = (bytes: Buffer): string => {
  const start = bytes.subarray(0, 8).toString('hex');
  return (kinds.find(({ begins }) => start.startsWith(begins)) ?? unknown).mime;
};

export const isShown = (mime: string): boolean => shown.includes(mime);

/** A file's name tells its kind and size, so that nobody loads 40 MB to learn that it is too large. */
export const fileName = ({ id, bytes, mime }: SandboxFile): string =>
  `${id}.${bytes}.${(kinds.find((kind) => kind.mime === mime) ?? unknown).extension}`;

/** Null: no name of ours. */
export const readFileName = (name: string): SandboxFile | null => {
  const found = /^(?<id>.{1,200})\.(?<bytes>\d{1,12})\.(?<extension>[a-z0-9]{1,5})$/u.exec(name)?.groups;
  if (!found) return null;
  const { id = '', bytes = '', extension = '' } = found;
  const kind = kinds.find((each) => each.extension === extension) ?? unknown;
  return { id, bytes: Number(bytes), mime: kind.mime };
};
