import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileStore } from './file-store';
import { ImageRow } from './image.entity';
import { ImageCollection } from './image-collection';
import { ImageReading } from './image-reading';
import { ImageSights } from './image-sights';
import { ImageUploads } from './image-uploads';
import { Images } from './images';
import { ImagesController } from './images.controller';

/** Files that people send, and who may see them. Any domain may hold them. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ImageRow])],
  controllers: [ImagesController],
  providers: [FileStore, ImageCollection, ImageReading, Images, ImageSights, ImageUploads],
  exports: [FileStore, ImageCollection, Images, ImageSights],
})
export class FilesModule {}
