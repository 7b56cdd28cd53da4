import { broken, fine, type Finding } from './doctor-finding';
import type { Patient } from './doctor-patient';

export const checkConfig = ({ loaded }: Patient): readonly Finding[] =>
  loaded.ok
    ? [fine('配置没有问题')]
    : loaded.problems.map(({ variable, problem }) =>
        broken(`配置 ${variable}：${problem}`, `改好环境变量 ${variable}，再启动`),
      );

export const checkPack = ({ pack, config }: Patient): readonly Finding[] => {
  if (pack === null || config === null) return [];
  return pack instanceof Error
    ? [broken(pack.message, `改好 ${config.packFile}（PACK 指的文件）`)]
    : [fine(`社区“${pack.community.name}”：${pack.community.areas.length} 个地方，${pack.people.length} 个人`)];
};
