import { platformContract } from './platform.contract';
import { openTelegram } from './telegram.world';

platformContract('telegram by polling', () => openTelegram('polling'));
platformContract('telegram by webhook', () => openTelegram('webhook'));
