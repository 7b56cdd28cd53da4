import type { Lexicon } from './lexicon';
import { emptyLexicon } from './lexicon';
import { rankCategories } from './rank-categories';

const labels = ['rider', 'lamp'];
const shares = Float32Array.of(0.7, 0.3);

const lexicon = (id: string, word: string): Lexicon => ({ ...emptyLexicon, categories: [{ id, words: [word] }] });

test('without words of the pack the model ranks', () => {
  expect(rankCategories('外卖柜坏了', labels, shares, emptyLexicon).ranked.map(({ id }) => id)).toEqual([
    'rider',
    'lamp',
  ]);
});

test('a word of the pack counts at once', () => {
  const { ranked, packWords } = rankCategories('灯带坏了', labels, shares, lexicon('lamp', '灯带'));
  expect(ranked[0]?.id).toBe('lamp');
  expect(packWords).toEqual(['灯带']);
});

test('a category of the pack that the model never saw can win', () => {
  const { ranked } = rankCategories('鸽棚太吵', labels, Float32Array.of(0.5, 0.5), lexicon('pigeons', '鸽棚'));
  expect(ranked.map(({ id }) => id)).toContain('pigeons');
});

test('shares sum to at most one', () => {
  const { ranked } = rankCategories('灯带坏了', labels, shares, lexicon('lamp', '灯带'));
  expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.0001);
});
