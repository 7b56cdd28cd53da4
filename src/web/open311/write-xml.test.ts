import { writeXml } from './write-xml';

test('what people wrote is text, whatever it looks like', () => {
  expect(
    writeXml('requests', { item: 'request', items: [{ note: `<a b="c">&'\u0000\u{1F600}</a>`, none: null }] }),
  ).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n<requests><request><note>&lt;a b=&quot;c&quot;&gt;&amp;&apos;\u{1F600}&lt;/a&gt;</note><none/></request></requests>\n`,
  );
});

test('a list within an element keeps the names of its items', () => {
  expect(writeXml('definition', { values: { item: 'value', items: [{ key: 1 }, { key: 2 }] } })).toContain(
    '<definition><values><value><key>1</key></value><value><key>2</key></value></values></definition>',
  );
});
