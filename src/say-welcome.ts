import type { Config } from './config';
import type { TelegramMode } from './bots/telegram/telegram.bot';
import type { Community } from './domain/community/community';
import { hasRole } from './domain/community/may';
import { communityArea } from './domain/community/area-tree';
import { makeSignInLink, type EnterPorts } from './usecases/pages/enter';

export interface WelcomeNeeds extends Pick<EnterPorts, 'links' | 'clock'> {
  readonly config: Pick<Config, 'sandbox' | 'wechaty'>;
  readonly community: Community;
  /** How updates come; null: not at all. */
  readonly telegram: TelegramMode['kind'] | null;
}

/** In the sandbox nobody has a telephone yet: the board opens by a link that works once, for the community's own director. */
const boardLine = async ({ community, ...ports }: WelcomeNeeds, address: string): Promise<string> => {
  const own = communityArea(community)?.id;
  const directors = community.officers.filter((person) => hasRole(person, 'director'));
  const director = directors.find(({ roles }) => roles.some(({ area }) => area === own)) ?? directors[0];
  if (!director) return '';
  const { path } = await makeSignInLink(ports, director.id, '/board');
  return `  Board: ${address}${path} (signs in ${director.name}, once, within ten minutes)`;
};

/** What stands on the screen when the program serves. */
export const sayWelcome = async (needs: WelcomeNeeds, address: string): Promise<string> => {
  const { config, community, telegram } = needs;
  return [
    '',
    `Linli 邻里 · ${community.name}`,
    config.sandbox ? `  Open ${address}/sandbox` : `  Health: ${address}/readyz`,
    config.sandbox ? await boardLine(needs, address) : '',
    telegram === null ? '' : `  Telegram: ${telegram}`,
    config.wechaty ? `  WeChat: ${config.wechaty.puppet}; a code to scan is shown here when it is needed` : '',
    '  Ctrl-C stops everything; nothing is lost.',
    '',
  ]
    .filter((line, index) => line !== '' || index === 0)
    .join('\n');
};
