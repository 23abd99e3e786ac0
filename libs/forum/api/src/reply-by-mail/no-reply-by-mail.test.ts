import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { MailReplies, ReplyMailbox } from '@preau/notifications-api';
import { CONFIG, createLogger, type Config } from '@preau/shared-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic } from '../test-data';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
});
afterAll(() => api.close());

test('unless it is set, nothing listens and no mail says where to answer', async () => {
  const mailbox = api.get(ReplyMailbox);
  await mailbox.start(createLogger(api.app.get<Config>(CONFIG), 'test'));
  expect(mailbox.port).toBeNull();
  const { id } = await aPerson(api);
  const post = await aReply(api, await aTopic(api, (await aTheme(api)).themeId));
  const replies = api.get(MailReplies);
  expect(replies.addressFor(id, `post:${post}`)).toBeNull();
  expect(replies.read(`reponse+${'0'.repeat(56)}@undefined`)).toBeNull();
  await mailbox.stop();
});
