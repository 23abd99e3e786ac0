export { ExportsApiModule } from './exports-api.module';
