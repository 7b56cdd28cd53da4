import { keyIdOf } from '../store/privacy/field-cipher';
import { broken, fine, type Finding } from './doctor-finding';
import type { Patient } from './doctor-patient';
import { fieldKeysOf } from './field-keys';

/** The key that family numbers and doors are sealed with. Its id tells which one it is, and nothing of it. */
export const checkFieldKey = ({ config }: Patient): readonly Finding[] => {
  if (config === null) return [];
  const [current, ...older] = fieldKeysOf(config);
  if (current === undefined)
    return [
      broken('没有加密用的钥匙（FIELD_KEY），家属电话和住址存不了', '先 npm start（会自己做一把），或写上 FIELD_KEY'),
    ];
  const also = older.length === 0 ? '' : `，旧的 ${older.length} 把还能打开以前的`;
  return [fine(`加密用的钥匙是 ${keyIdOf(current)}${also}`)];
};
