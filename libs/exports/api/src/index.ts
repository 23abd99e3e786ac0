export { ExportsApiModule } from './exports-api.module';
export { responsesCopyStatement } from './responses/responses-copy-statement';
