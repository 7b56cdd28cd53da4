import { platformContract, type Can } from './platform.contract';
import { openWechat } from './wechat.world';

const can: Can = {
  ...{ buttons: false, edits: false, redacts: false, splits: true, replies: false, quoteIds: false, peopleEdit: false },
  ...{ albums: false, captions: false, renames: true, recalls: true, changesIds: true, strangers: true },
};

platformContract('wechat over gRPC', () => openWechat({ wire: 'grpc' }), can);
