export { anAccount, aSecondFactor, aSession, type TestAccount } from './accounts';
export { FakeProvider, type Misbehaviour } from './fake-provider';
export { heard } from './heard';
export { anImage, aPicture, sendImage } from './images';
export { listen, upgradeStatus, type Listening } from './listen';
export { statementsDuring } from './statements';
export { startTestApi, type GraphQLAnswer, type TestActor, type TestApi } from './test-api';
export { createTestDatabase, type TestDatabase } from './test-database';
