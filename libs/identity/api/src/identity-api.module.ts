import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource, FrameModule } from '@preau/shared-api';
import { Account } from './accounts/account.entity';
import { AccountResolver } from './accounts/account.resolver';
import { Accounts } from './accounts/accounts';
import { ProviderIdentity } from './accounts/provider-identity.entity';
import { ForgetConnections } from './connection-records/forget-connections';
import { DeletionResolver } from './deletion/deletion.resolver';
import { DeletionService } from './deletion/deletion.service';
import { EndAccounts } from './deletion/end-accounts.service';
import { OwnEnding } from './deletion/own-ending';
import { AdministrationResolver } from './administration/administration.resolver';
import { AdministrationService } from './administration/administration.service';
import { AuditCsvController } from './audit-log/audit-csv.controller';
import { AuditLogResolver } from './audit-log/audit-log.resolver';
import { AuditLogService } from './audit-log/audit-log.service';
import { Establishment } from './establishments/establishment.entity';
import { EstablishmentsResolver } from './establishments/establishments.resolver';
import { EstablishmentsService } from './establishments/establishments.service';
import { Opposition } from './oppositions/opposition.entity';
import { OppositionResolver } from './oppositions/opposition.resolver';
import { Oppositions } from './oppositions/oppositions.service';
import { DataExport } from './personal-data/data-export.entity';
import { DataExportController } from './personal-data/data-export.controller';
import { DataExportPiece } from './personal-data/data-export-piece.entity';
import { DataExportResolver } from './personal-data/data-export.resolver';
import { DataExports } from './personal-data/data-export.service';
import { OwnData } from './personal-data/own-data';
import { Network, NetworkMember } from './networks/network.entity';
import { NetworksResolver } from './networks/networks.resolver';
import { NetworksService } from './networks/networks.service';
import { PersonalDataModule } from './personal-data/personal-data.module';
import { PrepareData } from './personal-data/prepare-data.service';
import { FinishOidcService } from './oidc/finish-oidc.service';
import { IdentityProviderResolver } from './oidc/identity-provider.resolver';
import { OidcLanding } from './oidc/oidc-landing';
import { OidcProviders } from './oidc/oidc-providers';
import { OidcRequest } from './oidc/oidc-request.entity';
import { OidcController } from './oidc/oidc.controller';
import { SignOutUrlService } from './oidc/sign-out-url.service';
import { StartOidcService } from './oidc/start-oidc.service';
import { PersonalKeysModule } from './personal-keys/personal-keys.module';
import { ProcessingResolver } from './processings/processing.resolver';
import { ProcessingsController } from './processings/processings.controller';
import { ProfileResolver } from './profile/profile.resolver';
import { ProfileService } from './profile/profile.service';
import { GrantScopes } from './rights/grant-scopes';
import { GrantsService } from './rights/grants.service';
import { KnownThemes } from './rights/known-themes';
import { RightsChanged } from './rights/rights-changed';
import { RightsResolver, RoleGrantResolver } from './rights/rights.resolver';
import { RoleGrantRow } from './rights/role-grant.entity';
import { SuspensionsService } from './rights/suspensions.service';
import { Territories } from './rights/territories.service';
import { RecoveryCode } from './second-factor/recovery-code.entity';
import { KeepSecondFactorService } from './second-factor/keep-second-factor.service';
import { RecoveryCodes } from './second-factor/recovery-codes';
import { ResetSecondFactorService } from './second-factor/reset-second-factor.service';
import { SecondFactorChanges } from './second-factor/second-factor-changes';
import { SecondFactorChecks } from './second-factor/second-factor-checks';
import { SecondFactor } from './second-factor/second-factor.entity';
import { SecondFactorResolver } from './second-factor/second-factor.resolver';
import { SecondFactors } from './second-factor/second-factors';
import { SetUpSecondFactorService } from './second-factor/set-up-second-factor.service';
import { ShowSecondFactorService } from './second-factor/show-second-factor.service';
import { OwnSessionsResolver } from './sessions/own-sessions.resolver';
import { OwnSessionsService } from './sessions/own-sessions.service';
import { SecurityResolver } from './sessions/security.resolver';
import { SessionActors } from './sessions/session-actors';
import { SessionCookie } from './sessions/session-cookie';
import { Session } from './sessions/session.entity';
import { Sessions } from './sessions/sessions';
import { Attempt } from './sign-in/attempt.entity';
import { Attempts } from './sign-in/attempts';
import { BrowserCookie } from './sign-in/browser-cookie';
import { ConfirmSignInService } from './sign-in/confirm-sign-in.service';
import { Entry } from './sign-in/entry';
import { PendingSignIn } from './sign-in/pending-sign-in.entity';
import { RegisterService } from './sign-in/register.service';
import { SignInCookies } from './sign-in/sign-in-cookies';
import { SignInMails } from './sign-in/sign-in-mail';
import { SignInRequest } from './sign-in/sign-in-request.entity';
import { SignInSecrets } from './sign-in/sign-in-secrets';
import { SignInResolver } from './sign-in/sign-in.resolver';
import { SignInService } from './sign-in/sign-in.service';

/** Global, because the frame asks it who sends each request. */
@Global()
@Module({
  imports: [
    FrameModule,
    PersonalDataModule,
    PersonalKeysModule,
    TypeOrmModule.forFeature([
      Account,
      Attempt,
      DataExport,
      DataExportPiece,
      Establishment,
      Network,
      NetworkMember,
      OidcRequest,
      Opposition,
      PendingSignIn,
      ProviderIdentity,
      RecoveryCode,
      RoleGrantRow,
      SecondFactor,
      Session,
      SignInRequest,
    ]),
  ],
  controllers: [AuditCsvController, DataExportController, OidcController, ProcessingsController],
  providers: [
    EstablishmentsResolver,
    EstablishmentsService,
    NetworksResolver,
    NetworksService,
    { provide: ActorSource, useClass: SessionActors },
    AccountResolver,
    Accounts,
    AdministrationResolver,
    AdministrationService,
    AuditLogResolver,
    AuditLogService,
    DataExportResolver,
    DataExports,
    DeletionResolver,
    DeletionService,
    EndAccounts,
    ForgetConnections,
    OppositionResolver,
    Oppositions,
    OwnData,
    OwnEnding,
    PrepareData,
    ProcessingResolver,
    ProfileResolver,
    ProfileService,
    Attempts,
    BrowserCookie,
    ConfirmSignInService,
    Entry,
    FinishOidcService,
    GrantScopes,
    GrantsService,
    IdentityProviderResolver,
    KeepSecondFactorService,
    KnownThemes,
    OidcLanding,
    OidcProviders,
    OwnSessionsResolver,
    OwnSessionsService,
    RecoveryCodes,
    RegisterService,
    ResetSecondFactorService,
    RightsChanged,
    RightsResolver,
    RoleGrantResolver,
    SecondFactorChanges,
    SecondFactorChecks,
    SecondFactorResolver,
    SecondFactors,
    SecurityResolver,
    SessionCookie,
    Sessions,
    SetUpSecondFactorService,
    ShowSecondFactorService,
    SignInCookies,
    SignInMails,
    SignInResolver,
    SignInSecrets,
    SignInService,
    SuspensionsService,
    Territories,
    SignOutUrlService,
    StartOidcService,
  ],
  exports: [ActorSource, KnownThemes],
})
export class IdentityApiModule {}
