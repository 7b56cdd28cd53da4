type Convert = (text: string) => string;

let loading: Promise<Convert> | null = null;

const load = async (): Promise<Convert> => {
  const { Converter } = await import('opencc-js/cn2t');
  // Its types do not resolve in a CommonJS program; what it does is tested.
  const convert: unknown = Converter({ from: 'cn', to: 'tw' });
  if (typeof convert !== 'function') throw new Error('opencc-js/cn2t makes no converter');
  return (text) => String(Reflect.apply(convert, undefined, [text]));
};

/**
 * From simplified to traditional characters, as Taiwan writes them. The tables take a tenth of a second to load: only
 * when somebody reads them, and once.
 */
export const toTraditional = (): Promise<Convert> => (loading ??= load());
