import { Module } from '@nestjs/common';
import { AccountEndings } from '../deletion/account-endings';
import { PersonalDataSources } from './personal-data-sources';

/** For domains that keep something about people: what goes into the file people download, what ends with their account. */
@Module({ providers: [AccountEndings, PersonalDataSources], exports: [AccountEndings, PersonalDataSources] })
export class PersonalDataModule {}
