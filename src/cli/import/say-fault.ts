import type { HouseholdColumn, RowFault } from '../../domain/rounds/household-row';

export const columnNames: { readonly [K in HouseholdColumn]: string } = {
  village: '村',
  number: '户号',
  head: '户主',
  address: '地址',
  members: '成员',
  card: '卡',
  person: '户主编号',
};

const named = (column: HouseholdColumn): string => `“${columnNames[column]}” (${column})`;

/** What is wrong with a row and how it is mended. */
export const sayFault = (fault: RowFault): string => {
  switch (fault.kind) {
    case 'missing':
      return `${named(fault.column)}没有填 · is empty`;
    case 'merged':
      return `${named(fault.column)}是合并单元格，请取消合并、每行各填各的 · is a merged cell: unmerge it and fill each row`;
    case 'formula':
      return `${named(fault.column)}是公式，请粘贴成值 · is a formula: paste its value`;
    case 'date':
      return `${named(fault.column)}变成了日期，请把这一列设成文本再填 · became a date: make the column text`;
    case 'village':
      return `没有“${fault.said}”这个村；有 · no such village; there are: ${fault.known.slice(0, 12).join('、')}`;
    case 'number':
      return `户号“${fault.said}”看不懂，请写成 12 或 12-1 · not a number of a household, such as 12 or 12-1`;
    case 'card':
      return `“${fault.said}”看不懂，请写“微信”或“纸卡” · write 微信 (chat) or 纸卡 (paper)`;
    case 'too-long':
      return `${named(fault.column)}太长：“${fault.said.slice(0, 20)}…” · is too long`;
    case 'twice':
      return `户号 ${fault.number} 和第 ${fault.firstRow} 行重复，只收第 ${fault.firstRow} 行 · the same household as row ${fault.firstRow}, which is kept`;
    case 'person':
      return `没有编号“${fault.said}”的人 · nobody has this id`;
  }
};
