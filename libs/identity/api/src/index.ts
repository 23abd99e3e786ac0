export { Account } from './account.entity';
export { IdentityApiModule } from './identity-api.module';
export { loadAccount, type AccountToLoad } from './load-account';
