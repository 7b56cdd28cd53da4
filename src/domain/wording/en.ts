import type { Catalogue } from './params';
import { board } from './en/board';
import { care } from './en/care';
import { activity } from './en/activity';
import { activityPresence } from './en/activity-presence';
import { activityRefused } from './en/activity-refused';
import { deeds } from './en/deeds';
import { duty } from './en/duty';
import { figures } from './en/figures';
import { fund } from './en/fund';
import { hello } from './en/hello';
import { help } from './en/help';
import { points } from './en/points';
import { refusals } from './en/refused';
import { rewards } from './en/rewards';
import { privacy } from './en/privacy';
import { ban } from './en/ban';
import { kin } from './en/kin';
import { self } from './en/self';
import { pairing } from './en/pairing';
import { rounds } from './en/rounds';
import { services } from './en/services';
import { platform } from './en/platform';
import { shift } from './en/shift';
import { suggestions } from './en/suggestions';
import { ticketAlarm } from './en/ticket-alarm';
import { ticketCallBack } from './en/ticket-call-back';
import { ticketCards } from './en/ticket-cards';
import { ticketJoint } from './en/ticket-joint';
import { ticketHistory } from './en/ticket-history';
import { ticketFollowing } from './en/ticket-following';
import { ticketInPerson } from './en/ticket-in-person';
import { ticketPapers } from './en/ticket-papers';
import { ticketIdentifying } from './en/ticket-identifying';
import { ticketMeeting } from './en/ticket-meeting';
import { ticketMerge } from './en/ticket-merge';
import { ticketProof } from './en/ticket-proof';
import { ticketReport } from './en/ticket-report';
import { ticketReview } from './en/ticket-review';
import { ticketSearch } from './en/ticket-search';
import { ticketSeeking } from './en/ticket-seeking';
import { ticketWays } from './en/ticket-ways';
import { ticketWork } from './en/ticket-work';
import { topic } from './en/topic';

/** Everything Linli says, in English. */
export const en: Catalogue = {
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
