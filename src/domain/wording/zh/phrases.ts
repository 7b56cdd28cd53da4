import type { WordsId } from '../../ids';
import type { Head, Speaker } from '../params';

/** "#101 停车｜6号楼": how every message names its matter. */
export const head = (matter: Head, speaker: Speaker): string =>
  `#${matter.number} ${speaker.category(matter.category)}｜${speaker.place(matter.place)}`;

export const lines = (...given: readonly (string | null)[]): string =>
  given.filter((line) => line !== null && line !== '').join('\n');

/** "骑手说：“……”", or that there was only a photo. */
export const said = (who: string, words: readonly WordsId[], speaker: Speaker): string =>
  words.length === 0 ? `${who}发了照片，没有写字。` : `${who}说：“${speaker.words(words)}”`;

/** The matters somebody may choose from, one a line. */
export const list = (matters: readonly Head[], speaker: Speaker): string =>
  matters.length === 0 ? '现在没有在办的事。' : matters.map((matter) => head(matter, speaker)).join('\n');

export const howToFinish = (number: number): string => `办好回“办结 #${number}”加照片；要等，回“等 #${number}”说原因。`;

export const howToTake = (number: number): string => `能办请回“接 #${number}”，不归您管回“退 #${number}”。`;

export const howToAsk = (number: number): string => `想知道办到哪了，回“查 #${number}”。`;

/** A person's own words, quoted. */
export const quoted = (words: readonly WordsId[], speaker: Speaker): string =>
  words.length === 0 ? '照片' : `“${speaker.words(words)}”`;
