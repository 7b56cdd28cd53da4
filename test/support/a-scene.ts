import sharp from 'sharp';

/** The same numbers for the same seed, so that a scene can be made again. */
const numbersOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

export const sceneSize = { width: 1200, height: 900 };

/** A photo with features: a lit ground with shapes of many colours on it. Another seed is another scene. */
export const aScene = (seed: number): Promise<Buffer> => {
  const next = numbersOf(seed * 7919 + 1);
  const { width, height } = sceneSize;
  const colour = (light: number) => `hsl(${next() * 360},${next() * 60}%,${light}%)`;
  const shape = (): string => {
    const [x, y, wide, high] = [next() * width, next() * height, 60 + next() * 400, 60 + next() * 300];
    return next() < 0.5
      ? `<rect x="${x - wide / 2}" y="${y - high / 2}" width="${wide}" height="${high}" fill="${colour(next() * 90)}"/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${wide / 2}" ry="${high / 2}" fill="${colour(next() * 90)}"/>`;
  };
  const ground = `<linearGradient id="g" x2="${next()}" y2="1"><stop stop-color="${colour(80)}"/><stop offset="1" stop-color="${colour(30)}"/></linearGradient>`;
  const shapes = Array.from({ length: 8 + Math.floor(next() * 8) }, shape).join('');
  const svg = `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg">${ground}<rect width="100%" height="100%" fill="url(#g)"/>${shapes}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
};
