import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSecrets, readSecrets } from './keep-secrets';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-secrets-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('secrets are made once and stay the same', () => {
  const first = keepSecrets(dataDir);
  expect(first.secret).toMatch(/^[0-9a-f]{64}$/);
  expect(first.fieldKey).toHaveLength(32);
  expect(keepSecrets(dataDir)).toEqual(first);
});

test('looking makes none', () => {
  expect(readSecrets(dataDir)).toBeNull();
  const made = keepSecrets(dataDir);
  expect(readSecrets(dataDir)).toEqual(made);
});

test('two data folders have different secrets', () => {
  expect(keepSecrets(dataDir).secret).not.toBe(keepSecrets(join(dataDir, 'other')).secret);
});

test('only the owner may read them', () => {
  keepSecrets(dataDir);
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a damaged file is reported, never replaced: old data would be unreadable', () => {
  writeFileSync(join(dataDir, 'secrets.json'), '{');
  expect(() => keepSecrets(dataDir)).toThrow(/damaged/);
});
