import { isMap, isSeq, parseDocument } from 'yaml';
import { labels } from '../../domain/wording/labels';
import type { PersonId } from '../../domain/ids';
import { PackVersionDocument } from './pack-version-document';
import type { Tables } from '../models';
import type { Scope } from '../scope';

/** The text without the name and the accounts of these people; their ids stay, as they do everywhere. */
const without = (text: string, people: readonly PersonId[]): string => {
  const document = parseDocument(text);
  const list = document.get('people');
  let found = false;
  for (const entry of isSeq(list) ? list.items : []) {
    if (!isMap(entry) || !people.includes(String(entry.get('id')))) continue;
    entry.set('name', labels.zh.erased);
    entry.delete('telegram');
    entry.delete('wechat');
    found = true;
  }
  return found ? document.toString({ lineWidth: 120 }) : text;
};

/** Whoever is forgotten is forgotten in every version of the set-up too. */
export const forgetInVersions = async (
  { packVersions }: Pick<Tables, 'packVersions'>,
  { communityId }: Scope,
  people: readonly PersonId[],
): Promise<void> => {
  for await (const found of packVersions.raw.find({ communityId })) {
    const { _id, text } = PackVersionDocument.parse(found);
    const rest = without(text, people);
    if (rest !== text) await packVersions.raw.updateOne({ _id }, { $set: { text: rest } });
  }
};
