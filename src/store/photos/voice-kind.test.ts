import { voiceKindOf } from './voice-kind';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each([
  ['OggS\0\x02', 'audio/ogg', 'played'],
  ['ID3\x04', 'audio/mpeg', 'played'],
  ['\xff\xfb\x90\x44', 'audio/mpeg', 'played'],
  ['\xff\xf3\x40\xc0', 'audio/mpeg', 'played'],
  ['RIFF\0\0\0\0WAVEfmt ', 'audio/wav', 'played'],
  ['\0\0\0\x20ftypM4A ', 'audio/mp4', 'played'],
  ['\x1a\x45\xdf\xa3\x9f', 'audio/webm', 'played'],
  ['\x02#!SILK_V3\x0c', 'audio/silk', 'decoded'],
  ['#!SILK_V3\x0c', 'audio/silk', 'decoded'],
  ['#!AMR\n', 'audio/amr', 'elsewhere'],
  ['#!AMR-WB\n', 'audio/amr', 'elsewhere'],
  ['<script>alert(1)', 'application/octet-stream', 'elsewhere'],
  ['', 'application/octet-stream', 'elsewhere'],
])('%j is %s and is %s', (head, type, heard) => {
  expect(voiceKindOf(bytes(head))).toMatchObject({ type, heard });
});
