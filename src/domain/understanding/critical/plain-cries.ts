/**
 * Words that leave nothing to ask: who hears them runs. They are few and narrow on purpose, and each needs that nothing
 * in the message speaks against it; everything else is weighed by the model.
 */
const someone =
  '(?:有(?:个|位|一个|一位)?(?:人|老人|大爷|大妈|奶奶|爷爷|老太太|老头|小孩|孩子|男的|女的|阿姨|骑手|小哥|师傅))';
const fallen =
  '(?:晕倒|昏倒|晕过去|昏过去|倒在地上|倒地|摔倒起不来|掉(?:进|到)(?:河|水|湖|井)|落水|溺水|触电|要跳楼|被困|抽搐)';
const elder = '(?:老人|老人家|老大爷|大爷|大妈|奶奶|爷爷|阿婆|老太太|老太|老头|孩子|小孩|小朋友|小男孩|小女孩)';

const cry = (source: string) => new RegExp(source);

export const plainCries: readonly RegExp[] = [
  cry('^.{0,6}(?:救命|救我|快救人|来人啊?救命)[啊呀!！。,，\\s]*$'),
  cry('^(?:我(?:真的|真|是真)?(?:不想活|想死|想自杀)了?)[。!！]*$'),
  cry('^(?:救命[啊呀!！,，\\s]*){2,}'),
  cry(
    '^.{0,12}(?:着火|起火|失火)了(?!.{0,3}(?:吗|怎么办理))[!！。,，\\s]*(?:快|赶紧|大家|有人|怎么办|谁|救|打|来)?.{0,8}$',
  ),
  cry(`${someone}.{0,10}${fallen}`),
  cry('(?:煤气|燃气|天然气|液化气)味?(?:道)?(?:很|好|特别|非常|太|越来越)(?:重|大|浓|冲)'),
  cry(`(?:有|位|个).{0,6}${elder}.{0,6}(?:好像|像是|可能|似乎)?(?:是)?(?:迷路|走丢|走失|找不到家|不认得路)`),
  cry('(?:困|关|卡)在.{0,6}电梯.{0,12}(?:出不来|救|快来|没人|憋)|电梯.{0,4}(?:困人|困住.{0,3}人|关着人)'),
];
