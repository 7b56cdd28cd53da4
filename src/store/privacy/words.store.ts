import type { Incidents, Words } from '../../usecases/ports';
import { WordsDocument } from '../documents';
import type { FieldCipher } from './field-cipher';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import { remember } from '../people/remembered';
import { openWords, wordsDocument } from '../matters/sealed-words';

export interface WordsNeeds {
  readonly cipher: FieldCipher;
  readonly incidents: Pick<Incidents, 'open'>;
}

export interface WordsStore extends Words {
  /** Somebody was forgotten, here or elsewhere: memory is out of date. */
  forget(): void;
}

type Kept = Awaited<ReturnType<Words['byIds']>>[number];

/** Words never change; those that were kept long enough are gone from lists this long after. */
const TTL_MS = 60_000;
const MOST = 10_000;

export const createWords = (
  tables: Pick<Tables, 'words'>,
  scope: Scope,
  { cipher, incidents }: WordsNeeds,
): WordsStore => {
  const { communityId, key } = scope;
  const known = remember<string, Kept | null>({
    ...{ ttlMs: TTL_MS, max: MOST, name: (id: string) => id },
    load: async (id) => (await read([id])).get(id) ?? null,
  });

  const tell = (why: 'other-key' | 'damaged'): Promise<void> =>
    why === 'other-key'
      ? incidents.open('sealed:other-key', '有封存的个人情况打不开：钥匙不对', '请把旧的钥匙也写进 FIELD_KEY')
      : incidents.open('sealed:damaged', '有封存的个人情况打不开：内容坏了', '请用备份恢复，或重新登记');

  /** Those that are there and can be opened. */
  const read = async (ids: readonly string[]): Promise<ReadonlyMap<string, Kept>> => {
    const found = await tables.words.raw
      .find({ communityId, _id: { $in: ids.map((id) => key(id)) } }, { projection: { terms: 0 } })
      .toArray();
    const all = found.map((each) => {
      const document = WordsDocument.parse(each);
      return { document, opened: openWords(document, cipher) };
    });
    const faults = new Set(all.flatMap(({ opened }) => (opened.kind === 'open' ? [] : [opened.kind])));
    for (const fault of faults) await tell(fault);
    return new Map(
      all.flatMap(({ document: { id, matter, by, at, sealed }, opened }) =>
        opened.kind === 'open'
          ? [[id, { id, matter, by, text: opened.text, at, ...(sealed === true ? { sealed } : {}) }] as const]
          : [],
      ),
    );
  };

  return {
    forget: () => known.forgetAll(),

    keep: async (words) => {
      const document = wordsDocument(words, scope, cipher);
      await tables.words.model.updateOne({ _id: document._id }, { $setOnInsert: document }, { upsert: true });
    },

    /** In the order asked for; words that were erased, or that cannot be opened, are left out. */
    byIds: async (ids) => {
      const sealed = new Map<string, Kept>();
      const open = await known.getMany([...new Set(ids)], async (missing) => {
        const found = await read(missing);
        // What is sealed on the disk does not lie open in memory.
        for (const [id, one] of found) if (one.sealed === true) sealed.set(id, one);
        return new Map([...found].filter(([id]) => !sealed.has(id)));
      });
      return ids.flatMap((id) => open.get(id) ?? sealed.get(id) ?? []);
    },
  };
};
