import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Actor, type ImageRefusalCode } from '@preau/shared-domain';
import type { Request, Response } from 'express';
import { Access, CurrentActor } from '../access';
import { badInput, notFound } from '../errors';
import { signedIn } from '../signed-in';
import { isUuid } from '../uuid';
import { ImageReading } from './image-reading';
import { ImageUploads } from './image-uploads';
import { sendBytes } from './send-bytes';

const STATUS: Record<ImageRefusalCode, number> = {
  SUSPENDED: 403,
  TOO_LARGE: 413,
  NOT_AN_IMAGE: 415,
  TOO_MANY_PIXELS: 422,
  UNREADABLE: 422,
  TOO_MANY: 429,
  NO_ROOM: 429,
  BUSY: 503,
  CONFLICT: 409,
};
/** What a page of another site cannot send without asking first: no form has these types. */
const TYPE = /^(?:image\/[a-z0-9.+-]+|application\/octet-stream)$/i;

@Controller('files/images')
export class ImagesController {
  constructor(
    private readonly uploads: ImageUploads,
    private readonly reading: ImageReading,
  ) {}

  /** Receives one image: its bytes alone are the body, its id is a UUID chosen by the client. */
  @Post()
  @Access('signed-in')
  async send(
    @CurrentActor() actor: Actor,
    @Query('id') id: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (typeof id !== 'string' || !isUuid(id)) throw badInput('Le champ « id » doit être un UUID.');
    if (!TYPE.test(request.headers['content-type'] ?? ''))
      throw badInput('Envoyez l’image seule, sous son type.');
    const received = await this.uploads
      .receive(signedIn(actor), id.toLowerCase(), request)
      .catch((error: unknown) => {
        // Whoever sent it left, or their session ended.
        if (request.destroyed && !request.complete) return null;
        throw error;
      });
    if (received === null) {
      response.destroy();
      return;
    }
    response.setHeader('cache-control', 'no-store');
    if (typeof received !== 'string') response.status(201).json(received);
    else {
      if (received === 'BUSY') response.setHeader('retry-after', '5');
      response.status(STATUS[received]).json({ code: received });
    }
  }

  @Get(':id/:file')
  @Access('public')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('file') file: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const width = /^(\d{1,4})\.webp$/.exec(file)?.[1];
    const found = isUuid(id) && width ? await this.reading.read(actor, id, Number(width)) : null;
    // Not there, and not for whoever asks, are the same.
    if (!found) throw notFound();
    response.set({
      'Content-Type': 'image/webp',
      'Content-Disposition': 'inline',
      // Opened alone it is a page, in which nothing can run.
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': found.isPublic ? 'public, max-age=31536000, immutable' : 'no-store',
      ETag: found.etag,
    });
    sendBytes(request, response, found.bytes);
  }
}
