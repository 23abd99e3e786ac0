import { Module } from '@nestjs/common';
import { PersonalDataSources } from './personal-data-sources';

/** For domains that keep something about people: they say what goes into the file people download. */
@Module({ providers: [PersonalDataSources], exports: [PersonalDataSources] })
export class PersonalDataModule {}
