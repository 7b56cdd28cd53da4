import type { WordsId } from '../../ids';
import type { Head, Speaker } from '../params';

/** "#101 Parking | 6号楼": how every message names its matter. */
export const head = (matter: Head, speaker: Speaker): string =>
  `#${matter.number} ${speaker.category(matter.category)} | ${speaker.place(matter.place)}`;

export const lines = (...given: readonly (string | null)[]): string =>
  given.filter((line) => line !== null && line !== '').join('\n');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `A rider says: "…"`, or that there was only a photo. */
export const said = (who: string, words: readonly WordsId[], speaker: Speaker): string =>
  words.length === 0
    ? `${capital(who)} sent a photo without words.`
    : `${capital(who)} says: "${speaker.words(words)}"`;

/** The matters somebody may choose from, one a line. */
export const list = (matters: readonly Head[], speaker: Speaker): string =>
  matters.length === 0 ? 'nothing is open.' : matters.map((matter) => head(matter, speaker)).join('\n');

export const howToFinish = (number: number): string =>
  `When it is done, reply "办结 #${number}" with a photo. If it must wait, reply "等 #${number}" and say why.`;

export const howToTake = (number: number): string =>
  `If you can do it, reply "接 #${number}". If it is not yours, reply "退 #${number}".`;

export const howToAsk = (number: number): string => `To see how it is going, reply "查 #${number}".`;

/** A person's own words, quoted. */
export const quoted = (words: readonly WordsId[], speaker: Speaker): string =>
  words.length === 0 ? 'a photo' : `"${speaker.words(words)}"`;
