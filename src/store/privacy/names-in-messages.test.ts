import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { tellsNames } from './erase-person';

const folder = join(__dirname, '../../domain/wording');

/** Text that is nobody's name, whatever message it stands in. */
const never = [
  ...['areaName', 'bringTo', 'claim', 'code', 'codes', 'device', 'door', 'emergencyNumber', 'en', 'left', 'listed'],
  ...['merge', 'month', 'near', 'papers', 'reasons', 'reward', 'role', 'shop', 'verb', 'word', 'zh'],
];

/** Messages with such text that keep it, and why. */
const kept: Readonly<Record<string, string>> = {
  'care.contact-unknown name': 'typed by staff; nobody here is called so',
  'hello.bind-ask title': 'of a group',
  'points.honours name': 'chosen to stand in public',
  'refused.duty-person name': 'typed by staff; nobody here is called so',
  'reward.no-such-person name': 'nobody here is called so, or several',
  'reward.not-restocked typed': 'of a reward',
  'reward.which typed': 'of a reward',
  'round.honours name': 'chosen to stand in public',
  'round.linked name': 'typed by staff, of a household',
  'round.named name': 'of a household',
  'round.no-household said': 'of a household',
  'search-params.ts title': 'of a group',
  'self.part-nobody name': 'nobody here is called so',
  'service.no-such-person name': 'nobody here is called so, or several',
};

/** Each parameter that is plain text and not an id, a moment or one of a list: its message, and how it is called. */
const textsIn = (file: string): readonly string[] => {
  const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node, of: string): void => {
    let inside = of;
    if (ts.isPropertySignature(node)) {
      if (ts.isStringLiteral(node.name)) inside = node.name.text;
      const type = node.type?.getText() ?? '';
      if (/^(?:readonly )?string(?: \| null)?(?:\[\])?$/u.test(type)) found.push(`${of} ${node.name.getText()}`);
    }
    ts.forEachChild(node, (child) => walk(child, inside));
  };
  walk(source, file);
  return found;
};

test('of each text in a message it is decided whether an erased person could stand in it', () => {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('params.ts'))
    .flatMap(textsIn)
    .filter((each) => !never.includes(each.split(' ')[1] ?? ''));
  const erased = texts.filter((each) => tellsNames.some((wording) => each.startsWith(`${wording} `)));
  // A new one: into `tellsNames`, if it can be a person's name (or words of theirs), else into `kept` with why not.
  expect(texts.filter((each) => !erased.includes(each) && !(each in kept))).toEqual([]);
  expect(Object.keys(kept).filter((each) => !texts.includes(each))).toEqual([]);
  expect(new Set(erased.map((each) => each.split(' ')[0]))).toEqual(new Set<string>(tellsNames));
  // Those are the parameters that are emptied.
  expect(erased.every((each) => /^\S+ (?:name|said)$/u.test(each))).toBe(true);
});
