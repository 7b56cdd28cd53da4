import type { Incidents, Words } from '../../usecases/ports';
import { WordsDocument } from '../documents';
import type { FieldCipher } from './field-cipher';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import { openWords, wordsDocument } from '../matters/sealed-words';

export interface WordsNeeds {
  readonly cipher: FieldCipher;
  readonly incidents: Pick<Incidents, 'open'>;
}

export const createWords = (tables: Pick<Tables, 'words'>, scope: Scope, { cipher, incidents }: WordsNeeds): Words => {
  const { communityId, key } = scope;

  const tell = (why: 'other-key' | 'damaged'): Promise<void> =>
    why === 'other-key'
      ? incidents.open('sealed:other-key', '有封存的个人情况打不开：钥匙不对', '请把旧的钥匙也写进 FIELD_KEY')
      : incidents.open('sealed:damaged', '有封存的个人情况打不开：内容坏了', '请用备份恢复，或重新登记');

  return {
    keep: async (words) => {
      const document = wordsDocument(words, scope, cipher);
      await tables.words.model.updateOne({ _id: document._id }, { $setOnInsert: document }, { upsert: true });
    },

    /** In the order asked for; words that were erased, or that cannot be opened, are left out. */
    byIds: async (ids) => {
      if (ids.length === 0) return [];
      const found = await tables.words.raw
        .find({ communityId, _id: { $in: ids.map((id) => key(id)) } }, { projection: { terms: 0 } })
        .toArray();
      const opened = found.map((each) => {
        const document = WordsDocument.parse(each);
        return { document, opened: openWords(document, cipher) };
      });
      const faults = new Set(opened.flatMap((one) => (one.opened.kind === 'open' ? [] : [one.opened.kind])));
      for (const fault of faults) await tell(fault);
      const byId = new Map(opened.map((one) => [one.document.id, one]));
      return ids.flatMap((wanted) => {
        const one = byId.get(wanted);
        if (one?.opened.kind !== 'open') return [];
        const { id, matter, by, at, sealed } = one.document;
        return [{ id, matter, by, text: one.opened.text, at, ...(sealed === true ? { sealed } : {}) }];
      });
    },
  };
};
