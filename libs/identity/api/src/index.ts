export { exportConnections, type ConnectionExportFault } from './connection-records/export-connections';
export {
  NOTE_CONNECTIONS,
  noteConnections,
  type ConnectionRecord,
} from './connection-records/connection-records';
export { AccountEndings, type AccountEnding } from './deletion/account-endings';
export { EndAccounts } from './deletion/end-accounts.service';
export { Account } from './accounts/account.entity';
export { Establishment } from './establishments/establishment.entity';
export { NotTheDirectory, type DirectoryFault } from './establishments/csv-lines';
export { importEstablishments } from './establishments/import-establishments';
export { importNetworks } from './networks/import-networks';
export { IdentityApiModule } from './identity-api.module';
export { PersonalDataModule } from './personal-data/personal-data.module';
export {
  PersonalDataSources,
  type AccountDataSource,
  type DataRow,
  type SessionDataSource,
} from './personal-data/personal-data-sources';
export { loadAccount, type AccountToLoad } from './accounts/load-account';
export { PersonalKeys } from './personal-keys/personal-keys';
export { PersonalKeysModule } from './personal-keys/personal-keys.module';
export { actorByMail } from './sessions/actor-by-mail';
export { Attempts } from './sign-in/attempts';
export { AttemptsModule } from './sign-in/attempts.module';
export { KnownThemes } from './rights/known-themes';
export { lockRights, type LeavesAdministrators } from './rights/change-rights';
export { ACADEMIES, DEPARTEMENTS, parentOf } from './territories';
