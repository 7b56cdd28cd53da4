const behindTo = /^[给转]+给?\s*/u;
const passedOn = /(?:转告|转给|转交|转到|移交|交给|报给)了?\s*([^\s，。,；;！!]{2,20})/u;

/** To whom outside a matter was sent: behind "给", or as the reason tells ("已转告市政"). Empty: nobody is named. */
export const sentTo = (rest: string, reason: string): string => {
  if (behindTo.test(rest)) return rest.replace(behindTo, '').trim();
  const named = passedOn.exec(`${rest} ${reason}`)?.[1] ?? '';
  return /我们|社区|网格/u.test(named) ? '' : named;
};
