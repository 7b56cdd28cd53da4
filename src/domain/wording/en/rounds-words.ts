import type { WordingParams } from '../params';

export const phases: { readonly [K in WordingParams['round.state']['phase']]: string } = {
  planned: 'has not begun',
  marking: 'households are being marked',
  telling: 'households are being told',
  objecting: 'households may object',
  posting: 'points are being posted',
  deciding: 'waits for objections to be decided',
  done: 'is over',
};

export const notYours = {
  open: 'Staff begin the round; on its day it begins by itself.',
  publish: 'Staff post the list in the groups. To see it yourself, reply "清洁户".',
  link: 'Inspectors of the village and staff say who heads a household. In doubt, reply "人工".',
  name: 'The head names a household. Not linked yet? An inspector replies "户主" with number and name.',
  paper: 'It is not clear which village, or you do not inspect. Please reply "纸卡" with the village.',
} as const;

export const reasons: { readonly [K in WordingParams['round.account']['lines'][number]['reason']]?: string } = {
  inspection: 'household round',
  'taken-back': 'taken back',
  reversal: 'reversal',
  redeemed: 'redeemed',
};
