import { toString } from 'qrcode';

/** The code as characters, small enough for a terminal. */
export const drawLoginCode = async (code: string): Promise<string> =>
  `\n请用机器人的微信扫码登录：\n${await toString(code, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })}\n`;
