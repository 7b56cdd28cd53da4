import { platformContract, type Can } from './platform.contract';
import { openWechat } from './wechat.world';

/** No buttons, no changes, no albums, quotes by their words; WeChat calls its groups otherwise after a new login. */
const can: Can = {
  ...{ buttons: false, edits: false, redacts: false, splits: true, replies: false, quoteIds: false, peopleEdit: false },
  ...{ albums: false, captions: false, renames: true, recalls: true, changesIds: true, strangers: true },
};

platformContract('wechat in process', () => openWechat({ wire: 'in process' }), can);
