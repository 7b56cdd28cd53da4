import { aContext, aReport, clock, reported } from '../../../../test/support/a-ticket';

const cardOf = (given: Parameters<typeof aReport>[0]) =>
  reported(aReport(given), aContext(clock('10:00'))).last.says.find(({ card }) => card === 'group');

test('in one of several parts of a group the card answers the report, so that it stands there; elsewhere it stands alone', () => {
  expect(cardOf({ replyTo: 'm7', cardReplies: true })).toMatchObject({ mode: 'send', replyTo: 'm7' });
  expect(cardOf({ replyTo: 'm7' })).not.toHaveProperty('replyTo');
});
