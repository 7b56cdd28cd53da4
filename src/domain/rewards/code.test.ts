import fc from 'fast-check';
import { codeHolds, codeOf, readCode, spacedCode } from './code';

const drawn = fc.stringMatching(/^\d{7}$/);

test('every code that was made holds', () => {
  fc.assert(fc.property(drawn, (digits) => codeHolds(codeOf(digits))));
});

test('one digit mistyped is found, whichever it is', () => {
  fc.assert(
    fc.property(drawn, fc.nat(7), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const code = codeOf(digits);
      const wrong = (Number(code.charAt(at)) + by) % 10;
      return !codeHolds(`${code.slice(0, at)}${wrong}${code.slice(at + 1)}`);
    }),
  );
});

test('two neighbours that changed places are found', () => {
  fc.assert(
    fc.property(drawn, fc.nat(6), (digits, at) => {
      const code = codeOf(digits);
      const one = code.charAt(at);
      const other = code.charAt(at + 1);
      const swapped = `${code.slice(0, at)}${other}${one}${code.slice(at + 2)}`;
      return one === other || !codeHolds(swapped);
    }),
  );
});

test('read as people type it: with blanks, dashes, in full width', () => {
  const code = codeOf('1234567');
  for (const typed of [code, spacedCode(code), code.replace(/(....)/, '$1-'), '１２３４５６７' + code.charAt(7)])
    expect(readCode(typed)).toBe(code);
  for (const typed of ['1234567', '123456789', '1234abcd', '']) expect(readCode(typed)).toBeNull();
});
