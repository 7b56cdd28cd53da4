/** What `为什么` and the sandbox page call a step; each has its words in every language. */
export type StepKind =
  | 'confirm'
  | 'dispatch'
  | 'warn'
  | 'breach'
  | 'alarm'
  | 'alarm-street'
  | 'progress'
  | 'police'
  | 'where'
  | 'stand-in'
  | 'review'
  | 'review-lapse'
  | 'supervise'
  | 'resume'
  | 'call-back'
  | 'phone-task'
  | 'phone-late';
