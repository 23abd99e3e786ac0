import { Int, Mutation, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { DataExport } from './data-export.entity';
import { DataExports } from './data-export.service';

const DataExportState = { PREPARING: 'PREPARING', READY: 'READY' } as const;
registerEnumType(DataExportState, { name: 'DataExportState' });

@Resolver(() => DataExport)
export class DataExportResolver {
  constructor(private readonly exports: DataExports) {}

  @Query(() => DataExport, { nullable: true })
  @Access('signed-in')
  myDataExport(@CurrentActor() actor: Actor): Promise<DataExport | null> {
    return this.exports.latest(actor);
  }

  @Mutation(() => DataExport)
  @Access('signed-in')
  exportMyData(@CurrentActor() actor: Actor): Promise<DataExport> {
    return this.exports.request(actor);
  }

  @ResolveField(() => DataExportState)
  state(@Parent() { readyAt }: DataExport): keyof typeof DataExportState {
    return readyAt ? 'READY' : 'PREPARING';
  }

  @ResolveField(() => Int, { description: 'How many kinds of data are prepared.' })
  done(@Parent() { prepared }: DataExport): number {
    return prepared.length;
  }
}
