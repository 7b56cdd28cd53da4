import { readNumber } from '../understanding/read-number';

/** What words say of how somebody looks; whoever wrote them, the finder or whoever keeps the file. */
export interface Description {
  /** Years; of "八十多岁" the middle. */
  readonly age: number | null;
  readonly sex: 'woman' | 'man' | null;
  /** Colour and kind of what is worn: "蓝衣", "黑裤". */
  readonly clothes: readonly string[];
  /** Hair, glasses, stick, build. */
  readonly marks: readonly string[];
}

const years =
  /(\d{2,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]十)(来|多|几)?\s*岁?(?:左右|上下|出头)?\s*岁?/gu;
const saysAge = /岁|(?:十|\d0)[来多几]|(?:七|八|九)十(?=的?老)/u;

const agesIn = (text: string): readonly number[] =>
  [...text.matchAll(years)].flatMap(([whole, figure = '', more]) => {
    const age = saysAge.test(whole) ? readNumber(figure) : null;
    return age === null || age > 120 ? [] : [age + (more === undefined ? 0 : 5)];
  });

const women = /老太太?|奶奶|阿婆|婆婆|大妈|大娘|阿姨|女(?!儿)|老妇|姥姥|外婆/u;
const men = /老头|爷爷|大爷|大伯|老伯|老汉|男(?!朋)|外公|姥爷/u;

const sexIn = (text: string): Description['sex'] => {
  const [woman, man] = [women.test(text), men.test(text)];
  if (woman === man) return null;
  return woman ? 'woman' : 'man';
};

const garments: readonly (readonly [string, string])[] = [
  ['衣', '外套|上衣|衣服|棉袄|棉衣|羽绒服|毛衣|衬衫|衬衣|夹克|大衣|马甲|背心|开衫|褂子|T恤|衣'],
  ['裤', '裤子|长裤|短裤|牛仔裤|裤'],
  ['帽', '帽子|草帽|毛线帽|帽'],
  ['鞋', '布鞋|拖鞋|皮鞋|运动鞋|鞋子|鞋'],
  ['裙', '裙子|裙'],
  ['围巾', '围巾|丝巾'],
];
const colours = '深蓝|浅蓝|天蓝|藏青|藏蓝|红|橙|黄|绿|蓝|紫|黑|白|灰|粉|棕|褐|咖啡|米';
/** Shades that people call by the plain colour. */
const plain: Readonly<Record<string, string>> = {
  ...{ 深蓝: '蓝', 浅蓝: '蓝', 天蓝: '蓝', 藏青: '蓝', 藏蓝: '蓝', 褐: '棕', 咖啡: '棕', 米: '白' },
};

const clothesIn = (text: string): readonly string[] =>
  garments.flatMap(([kind, words]) =>
    [
      ...text.matchAll(
        new RegExp(`(${colours})色?的?(?:(?!${colours}|[裤衣帽鞋裙])[^，,。；;、\\s]){0,3}(?:${words})`, 'gu'),
      ),
    ].map(([, colour = '']) => `${plain[colour] ?? colour}${kind}`),
  );

const marks: readonly (readonly [string, RegExp])[] = [
  ['白发', /白(?:头)?发|花白|头发(?:全|都)?白|满头白/u],
  ['短发', /短(?:头)?发|头发短|剪短/u],
  ['长发', /长(?:头)?发|头发长|辫子|盘发/u],
  ['卷发', /卷(?:头)?发|烫发/u],
  ['光头', /光头|秃/u],
  ['眼镜', /眼镜|老花镜|墨镜/u],
  ['拐杖', /拐杖|拐棍|手杖|拄拐|拄着/u],
  ['轮椅', /轮椅/u],
  ['助听器', /助听器|耳背/u],
  ['驼背', /驼背|弯腰|背驼/u],
  ['胡子', /胡子|胡须/u],
  ['高', /高个|个子高|个头高|高高/u],
  ['矮', /矮个|个子(?:小|矮)|矮小|瘦小/u],
  ['胖', /胖/u],
  ['瘦', /瘦/u],
  ['走路慢', /走路慢|腿脚|走不稳|跛|一瘸一拐/u],
  ['口音', /口音|外地话|方言/u],
  ['提包', /布袋|提包|拎包|购物袋|菜篮/u],
  ['手环', /手环|定位|胸牌|挂牌|黄手环/u],
];

export const readDescription = (text: string): Description => {
  const said = text.normalize('NFKC');
  return {
    age: agesIn(said)[0] ?? null,
    sex: sexIn(said),
    clothes: [...new Set(clothesIn(said))],
    marks: marks.filter(([, pattern]) => pattern.test(said)).map(([mark]) => mark),
  };
};
