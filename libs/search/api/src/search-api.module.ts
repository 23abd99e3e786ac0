import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SearchDocumentRow } from './documents/search-document.entity';
import { SearchIndex } from './documents/search-index';
import { SearchRoundsResolver } from './rounds/rounds.resolver';
import { SearchRounds } from './rounds/rounds.service';
import { SearchRound } from './rounds/search-round.entity';
import { KnownPlaces } from './searching/places';
import { SearchResolver } from './searching/search.resolver';
import { SearchService } from './searching/search.service';
import { SuggestService } from './searching/suggest.service';
import { KnownSynonyms } from './synonyms/known-synonyms';
import { SynonymRow } from './synonyms/synonym.entity';
import { SynonymsResolver } from './synonyms/synonyms.resolver';
import { SynonymsService } from './synonyms/synonyms.service';
import { Corrections } from './vocabulary/corrections';
import { SearchVocabulary, SearchWord } from './vocabulary/search-word.entity';
import { Vocabulary } from './vocabulary/vocabulary';

@Module({
  imports: [
    TypeOrmModule.forFeature([SearchDocumentRow, SearchRound, SearchVocabulary, SearchWord, SynonymRow]),
  ],
  providers: [
    Corrections,
    KnownPlaces,
    KnownSynonyms,
    SearchIndex,
    SearchResolver,
    SearchRounds,
    SearchRoundsResolver,
    SearchService,
    SuggestService,
    SynonymsResolver,
    SynonymsService,
    Vocabulary,
  ],
  exports: [SearchIndex],
})
export class SearchApiModule {}
