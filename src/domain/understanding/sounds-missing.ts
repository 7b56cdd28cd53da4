const missed =
  /走失|走丢|走散|失踪|不见了|不见咗|没影|跑丢|离家出走|丢了|没回(?:来|家)|找不(?:到|着)(?!家|回家|路)|联系不上|没(?:看|见)到人|出去.{0,8}没回/u;

/** Said of somebody who is there: found, seen, kept company. */
const there =
  /发现|(?:看到|看见)(?!.{0,4}(?:请|联系|告诉))|遇到|碰到|捡到|拾到|有[一个位]+|有个|来了|陪着|在我(?:这|旁|身|边|店)|在这[里儿边]|谁家|哪家|谁认识|说不(?:出|清)|问.{0,6}(?:不说|不知)|迷路|迷了路|不认(?:得|识)|找不(?:到|着)(?:回)?家/u;

/** Somebody of one's own. */
const own =
  /(?:我|俺|咱|我们|咱们)(?:家|的)?(?:的)?(?:老人|孩子|小孩|娃|妈|爸|爷|奶|娘|爹|外公|外婆|姥|老伴|老公|老婆|儿子|女儿|闺女|孙|宝宝|父亲|母亲|老太|老头|大爷|阿婆|阿公|哥|姐|弟|妹|邻居)|家里(?:的)?(?:老人|孩子)|(?:help|my) .*(?:mother|father|son|daughter|child|grandm|grandf).*(?:missing|lost|gone)/u;

/**
 * Whether words about somebody lost are those of people who miss them, and not of somebody who found them: the one is
 * asked for a photo and the last place, the other to stay and say where.
 */
export const soundsMissing = (text: string): boolean => {
  const plain = text.toLowerCase();
  if (own.test(plain) && (missed.test(plain) || plain.includes('missing')))
    return !/找到了|在我(?:这|旁|身|边)/u.test(plain);
  return missed.test(plain) && !there.test(plain);
};
