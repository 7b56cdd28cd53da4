import type { Catalogue } from './params';
import { board } from './zh/board';
import { care } from './zh/care';
import { activity } from './zh/activity';
import { activityPresence } from './zh/activity-presence';
import { activityRefused } from './zh/activity-refused';
import { deeds } from './zh/deeds';
import { duty } from './zh/duty';
import { figures } from './zh/figures';
import { fund } from './zh/fund';
import { hello } from './zh/hello';
import { help } from './zh/help';
import { points } from './zh/points';
import { refusals } from './zh/refused';
import { rewards } from './zh/rewards';
import { privacy } from './zh/privacy';
import { ban } from './zh/ban';
import { kin } from './zh/kin';
import { self } from './zh/self';
import { pairing } from './zh/pairing';
import { rounds } from './zh/rounds';
import { services } from './zh/services';
import { platform } from './zh/platform';
import { shift } from './zh/shift';
import { suggestions } from './zh/suggestions';
import { ticketAlarm } from './zh/ticket-alarm';
import { ticketCallBack } from './zh/ticket-call-back';
import { ticketCards } from './zh/ticket-cards';
import { ticketJoint } from './zh/ticket-joint';
import { ticketHistory } from './zh/ticket-history';
import { ticketFollowing } from './zh/ticket-following';
import { ticketInPerson } from './zh/ticket-in-person';
import { ticketPapers } from './zh/ticket-papers';
import { ticketIdentifying } from './zh/ticket-identifying';
import { ticketMeeting } from './zh/ticket-meeting';
import { ticketMerge } from './zh/ticket-merge';
import { ticketProof } from './zh/ticket-proof';
import { ticketReport } from './zh/ticket-report';
import { ticketReview } from './zh/ticket-review';
import { ticketSearch } from './zh/ticket-search';
import { ticketSeeking } from './zh/ticket-seeking';
import { ticketWays } from './zh/ticket-ways';
import { ticketWork } from './zh/ticket-work';
import { topic } from './zh/topic';

/** Everything Linli says, in Chinese. */
export const zh: Catalogue = {
  ...ticketCards,
  ...ticketReport,
  ...ticketWork,
  ...ticketReview,
  ...ticketCallBack,
  ...ticketAlarm,
  ...ticketHistory,
  ...ticketMeeting,
  ...ticketMerge,
  ...ticketProof,
  ...ticketSearch,
  ...ticketSeeking,
  ...ticketIdentifying,
  ...suggestions,
  ...ticketWays,
  ...ticketPapers,
  ...ticketFollowing,
  ...ticketInPerson,
  ...ticketJoint,
  ...topic,
  ...board,
  ...care,
  ...activity,
  ...activityPresence,
  ...activityRefused,
  ...points,
  ...rewards,
  ...privacy,
  ...self,
  ...kin,
  ...ban,
  ...rounds,
  ...services,
  ...pairing,
  ...platform,
  ...shift,
  ...deeds,
  ...fund,
  ...duty,
  ...figures,
  ...refusals,
  ...hello,
  ...help,
};
