import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IMAGE_BYTES_MAX, quotaRefusal, type ImageRefusalCode, type SignedIn } from '@preau/shared-domain';
import type { DataSource } from 'typeorm';
import { transaction } from '../transactions';
import { bodyOf } from './body';
import { FileStore } from './file-store';
import { fileOf } from './file-of';
import { ImageRow } from './image.entity';
import { insertImage, lockSender, sentBy, type NewImage } from './image.queries';
import { pictureIn, type Picture } from './image-pictures';
import { Turns } from './turns';

export interface ImageReceived {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}
type Received = ImageReceived | ImageRefusalCode;

/** Held in memory while they come: at most this many times ten megabytes in a process, and few of one person. */
const COMING_MAX = 16;
const COMING_OF_ONE = 4;

/** Receives images: judged, made anew in several widths, kept until something shows them. */
@Injectable()
export class ImageUploads {
  /** Decoding takes a core and up to a quarter of a gigabyte. */
  private readonly turns = new Turns(2, 8);
  private readonly coming = new Map<string, number>();

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly store: FileStore,
  ) {}

  async receive(actor: SignedIn, id: string, request: Readable): Promise<Received> {
    if (actor.suspended === true) return 'SUSPENDED';
    const { accountId } = actor;
    const ofThem = this.coming.get(accountId) ?? 0;
    const all = [...this.coming.values()].reduce((sum, count) => sum + count, 0);
    if (ofThem >= COMING_OF_ONE || all >= COMING_MAX) return 'BUSY';
    this.coming.set(accountId, ofThem + 1);
    try {
      const bytes = await bodyOf(request, IMAGE_BYTES_MAX);
      return bytes === null ? 'TOO_LARGE' : await this.keep(accountId, id, bytes);
    } finally {
      const left = (this.coming.get(accountId) ?? 1) - 1;
      if (left > 0) this.coming.set(accountId, left);
      else this.coming.delete(accountId);
    }
  }

  private async keep(accountId: string, id: string, bytes: Buffer): Promise<Received> {
    const digest = createHash('sha256').update(bytes).digest();
    const known = await this.database.manager.findOneBy(ImageRow, { id });
    if (known && !isSame(known, accountId, digest)) return 'CONFLICT';
    if (known?.storedAt) return received(known);
    // Asked again under a lock once the picture is made; here, so that none is made for nothing.
    const refusal = known ? null : quotaRefusal(await sentBy(this.database, accountId));
    if (refusal) return refusal;
    const picture = await this.turns.take(() => pictureIn(bytes));
    if (picture === null) return 'BUSY';
    if (typeof picture === 'string') return picture;
    const row = await this.reserve(accountId, id, digest, picture);
    return typeof row === 'string' ? row : this.write(row, picture);
  }

  /** The row comes first: a process that is killed while it writes leaves no file that nobody knows of. */
  private reserve(accountId: string, id: string, digest: Buffer, { width, height, files }: Picture) {
    const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
    const name = this.store.newName('images');
    const image: NewImage = { id, accountId, name, digest, width, height, bytes };
    return transaction(this.database, async (tx): Promise<ImageRow | ImageRefusalCode> => {
      await lockSender(tx, accountId);
      const known = await tx.findOneBy(ImageRow, { id });
      const refusal = known ? null : quotaRefusal(await sentBy(tx, accountId));
      if (refusal) return refusal;
      if (!known) await insertImage(tx, image);
      const row = await tx.findOneByOrFail(ImageRow, { id });
      return isSame(row, accountId, digest) ? row : 'CONFLICT';
    });
  }

  /** The same bytes make the same files: sent twice at once, it does not matter who writes last. */
  private async write(row: ImageRow, { files }: Picture): Promise<ImageReceived> {
    if (row.storedAt) return received(row);
    for (const [width, file] of files) await this.store.write(fileOf(row.name, width), file);
    await this.database.query('UPDATE image SET stored_at = now() WHERE id = $1 AND stored_at IS NULL', [
      row.id,
    ]);
    return received(row);
  }
}

const isSame = (row: ImageRow, accountId: string, digest: Buffer) =>
  row.accountId === accountId && row.digest.equals(digest);

const received = ({ id, width, height }: ImageRow): ImageReceived => ({ id, width, height });
