import type { ActivityParams, ActivityPresenceParams, ActivityRefusedParams } from './activity-params';
import type { BoardParams } from './board-params';
import type { BanParams } from './ban-params';
import type { CallBackParams } from './call-back-params';
import type { CareParams } from './care-params';
import type { DeedParams } from './deed-params';
import type { DutyParams } from './duty-params';
import type { FiguresParams } from './figures-params';
import type { FollowingParams } from './following-params';
import type { FundParams } from './fund-params';
import type { HelloParams } from './hello-params';
import type { HelpParams } from './help-params';
import type { IdentifyingParams } from './identifying-params';
import type { JointParams } from './joint-params';
import type { MeetingParams } from './meeting-params';
import type { MergingParams } from './merging-params';
import type { PairingParams } from './pairing-params';
import type { PapersParams } from './papers-params';
import type { PlatformParams } from './platform-params';
import type { PointsParams } from './points-params';
import type { ProofParams } from './proof-params';
import type { PrivacyParams } from './privacy-params';
import type { RefusedParams } from './refused-params';
import type { RewardParams } from './reward-params';
import type { RoundParams } from './round-params';
import type { SearchParams } from './search-params';
import type { SeekingParams } from './seeking-params';
import type { SelfParams } from './self-params';
import type { ServiceParams } from './service-params';
import type { ShiftParams } from './shift-params';
import type { TopicParams } from './topic-params';
import type { WaysParams } from './ways-params';

/** The messages of each part; what tickets and suggestions say stands in `params.ts`. */
export interface PartParams
  extends
    ActivityParams,
    ActivityPresenceParams,
    ActivityRefusedParams,
    BoardParams,
    BanParams,
    CallBackParams,
    CareParams,
    DeedParams,
    DutyParams,
    FiguresParams,
    FollowingParams,
    FundParams,
    HelloParams,
    HelpParams,
    IdentifyingParams,
    JointParams,
    MeetingParams,
    MergingParams,
    PairingParams,
    PapersParams,
    PlatformParams,
    PointsParams,
    ProofParams,
    PrivacyParams,
    RefusedParams,
    RewardParams,
    RoundParams,
    SearchParams,
    SeekingParams,
    SelfParams,
    ServiceParams,
    ShiftParams,
    TopicParams,
    WaysParams {}
