import { Query, Resolver } from '@nestjs/graphql';
import { Access } from '@preau/shared-api';
import { Processing } from './processing.types';
import { REGISTER } from './processings';

@Resolver(() => Processing)
export class ProcessingResolver {
  @Query(() => [Processing])
  @Access('public', { cacheSeconds: 300 })
  processings(): Processing[] {
    return REGISTER.processings;
  }
}
