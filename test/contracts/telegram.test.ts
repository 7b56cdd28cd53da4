import { platformContract, type Can } from './platform.contract';
import { openTelegram } from './telegram.world';

/** The Bot API tells nobody that a person took a message back. */
const can: Can = {
  ...{
    buttons: true,
    edits: true,
    redacts: true,
    splits: true,
    replies: true,
    quoteIds: true,
    peopleEdit: true,
    albums: true,
  },
  ...{ captions: true, renames: true, recalls: false, changesIds: true, strangers: true },
};

platformContract('telegram by polling', () => openTelegram('polling', { group: 'group' }), can);
platformContract('telegram by webhook', () => openTelegram('webhook', { group: 'group' }), can);
