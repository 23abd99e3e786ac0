import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { CONFIG, type Config } from '../config';

/** What `newName` draws, alone or followed by what is ours: nothing else ever reaches the disk. */
const KEY = /^[a-z]+\/[0-9a-f]{2}\/[0-9a-f]{46}(?:-[a-z0-9]+\.[a-z0-9]+)?$/;

/** Where files lie. Their names are drawn here; what people call theirs is no part of them. */
@Injectable()
export class FileStore {
  private readonly disk: Disk;

  constructor(@Inject(CONFIG) { FILES_URL }: Config) {
    const location = resolve(FILES_URL.slice('file:'.length));
    this.disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  }

  /** A name nobody can guess, under a folder that says what it is of. Its first figures are a folder, so that none has too many. */
  newName(kind: string): string {
    const drawn = randomBytes(24).toString('hex');
    return `${kind}/${drawn.slice(0, 2)}/${drawn.slice(2)}`;
  }

  async write(key: string, bytes: Uint8Array): Promise<void> {
    await this.disk.put(known(key), bytes);
  }

  read(key: string): Promise<Uint8Array> {
    return this.disk.getBytes(known(key));
  }

  exists(key: string): Promise<boolean> {
    return this.disk.exists(known(key));
  }

  /** Gone already, it is gone. */
  delete(key: string): Promise<void> {
    return this.disk.delete(known(key));
  }
}

function known(key: string): string {
  if (!KEY.test(key)) throw new Error('This is not the name of a file of ours');
  return key;
}
