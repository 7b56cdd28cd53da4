import type { InboundChat } from '../usecases/inbound';
import type { ChatRecord } from '../usecases/ports';

/** What a message says of its chat; the platform's own id stays at the edge. */
export const inboundChat = ({ id, platform, kind, purpose, area, title }: ChatRecord): InboundChat => ({
  id,
  platform,
  kind,
  purpose,
  area,
  title,
});
